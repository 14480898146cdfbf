import { Alert, AlertActionCloseButton, AlertGroup } from "@patternfly/react-core";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { ApiError } from "../api/client";

type Variant = "success" | "danger" | "warning" | "info";

interface Notice {
  key: number;
  variant: Variant;
  title: string;
  text?: string;
}

interface Board {
  /** Says that something was done. */
  say: (title: string, text?: string) => void;
  /** Says that something could not be done, and why. */
  complain: (title: string, error: unknown) => void;
}

const NoticesContext = createContext<Board>({ say: () => {}, complain: () => {} });

export const useNotices = () => useContext(NoticesContext);

/** The sentence of an error. */
export function reason(error: unknown): string {
  return error instanceof ApiError || error instanceof Error ? error.message : "Something went wrong.";
}

let next = 0;

/** Short messages above the page, read out by screen readers. */
export function Notices({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<Notice[]>([]);
  const add = useCallback(
    (variant: Variant, title: string, text?: string) =>
      setNotices((before) => [{ key: next++, variant, title, text }, ...before].slice(0, 5)),
    [],
  );
  const say = useCallback((title: string, text?: string) => add("success", title, text), [add]);
  const complain = useCallback(
    (title: string, error: unknown) => add("danger", title, reason(error)),
    [add],
  );
  const close = (key: number) => setNotices((before) => before.filter((some) => some.key !== key));
  return (
    <NoticesContext value={{ say, complain }}>
      {children}
      <AlertGroup isToast isLiveRegion hasAnimations={false}>
        {notices.map((notice) => (
          <Alert
            key={notice.key}
            variant={notice.variant}
            title={notice.title}
            timeout={notice.variant === "danger" ? false : 8000}
            onTimeout={() => close(notice.key)}
            actionClose={<AlertActionCloseButton onClose={() => close(notice.key)} />}
          >
            {notice.text}
          </Alert>
        ))}
      </AlertGroup>
    </NoticesContext>
  );
}
