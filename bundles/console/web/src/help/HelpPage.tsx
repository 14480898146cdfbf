import { Content, EmptyState, EmptyStateBody, PageSection } from "@patternfly/react-core";
import type { ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import { Link, useParams } from "react-router";
import remarkGfm from "remark-gfm";
import { ConsolePage } from "../parts/ConsolePage";
import { guide, INDEX, parts, target } from "./guide";

/** A link of the guide: to its other pages, to those for users, or what it says where it leads out of both. */
function GuideLink({ href, children }: { href?: string; children?: ReactNode }) {
  const to = target(href);
  if (to === undefined) {
    return <em>{children}</em>;
  }
  return to.startsWith("/device/") ? (
    <a href={to} target="_blank" rel="noreferrer">
      {children}
    </a>
  ) : (
    <Link to={to}>{children}</Link>
  );
}

const COMPONENTS: Components = {
  a: ({ href, children }) => <GuideLink href={href}>{children}</GuideLink>,
  img: () => null,
};

/** A page of the admin guide. */
export default function HelpPage() {
  const { page = INDEX } = useParams();
  const text = guide.get(page);
  if (text === undefined) {
    return (
      <EmptyState titleText="There is no such page of the guide" headingLevel="h1">
        <EmptyStateBody>
          <Link to="/help">All pages of the guide</Link>
        </EmptyStateBody>
      </EmptyState>
    );
  }
  const { title, body } = parts(text);
  return (
    <ConsolePage title={title} actions={page === INDEX ? undefined : <Link to="/help">All pages of the guide</Link>}>
      <PageSection>
        <Content className="console-guide">
          <Markdown remarkPlugins={[remarkGfm]} components={COMPONENTS} skipHtml>
            {body}
          </Markdown>
        </Content>
      </PageSection>
    </ConsolePage>
  );
}
