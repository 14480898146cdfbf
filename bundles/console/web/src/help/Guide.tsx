import { Content } from "@patternfly/react-core";
import { isValidElement, type ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { TeamLink } from "../app/TeamLink";
import { anchor, fileOf, target } from "./guide";

/** A link of the guide: to its other pages, to those for users, or what it says and the file to look into. */
function GuideLink({ href, children }: { href?: string; children?: ReactNode }) {
  const to = target(href);
  if (to === undefined) {
    const file = fileOf(href);
    return (
      <>
        {children}
        {file !== undefined && (
          <>
            {" "}
            (<code>{file}</code>)
          </>
        )}
      </>
    );
  }
  return to.startsWith("/device/") ? (
    <a href={to} target="_blank" rel="noreferrer">
      {children}
    </a>
  ) : (
    <TeamLink to={to}>{children}</TeamLink>
  );
}

function textOf(node: ReactNode): string {
  if (Array.isArray(node)) {
    return node.map(textOf).join("");
  }
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : String(node ?? "");
}

const COMPONENTS: Components = {
  a: ({ href, children }) => <GuideLink href={href}>{children}</GuideLink>,
  h2: ({ children }) => <h2 id={anchor(textOf(children))}>{children}</h2>,
  h3: ({ children }) => <h3 id={anchor(textOf(children))}>{children}</h3>,
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  table: ({ children }) => (
    <div className="console-guide-table">
      <table>{children}</table>
    </div>
  ),
  img: () => null,
};

/** The text of a page, as elements and never as HTML. */
export function Guide({ text }: { text: string }) {
  return (
    <Content className="console-guide">
      <Markdown remarkPlugins={[remarkGfm]} components={COMPONENTS} skipHtml>
        {text}
      </Markdown>
    </Content>
  );
}
