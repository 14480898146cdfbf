import { Content, Flex, FlexItem, PageSection, Title } from "@patternfly/react-core";
import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** The frame of a page: its title is what the browser shows, and what is read out when one arrives. */
export function ConsolePage({
  title,
  text,
  actions,
  children,
}: {
  title: string;
  text?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const heading = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} · Pomona`;
  }, [title]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <PageSection>
        <Flex justifyContent={{ default: "justifyContentSpaceBetween" }}>
          <FlexItem>
            <div ref={heading} tabIndex={-1} className="console-heading">
              <Title headingLevel="h1">{title}</Title>
            </div>
          </FlexItem>
          {actions !== undefined && <FlexItem>{actions}</FlexItem>}
        </Flex>
        {text !== undefined && <Content component="p">{text}</Content>}
      </PageSection>
      {children}
    </>
  );
}
