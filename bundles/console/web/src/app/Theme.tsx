import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

export type Theme = "system" | "light" | "dark";

const KEY = "pomona.theme";
const DARK = "(prefers-color-scheme: dark)";

interface Choice {
  theme: Theme;
  dark: boolean;
  choose: (theme: Theme) => void;
}

const ThemeContext = createContext<Choice>({ theme: "system", dark: false, choose: () => {} });

export const useTheme = () => useContext(ThemeContext);

function kept(): Theme {
  const theme = localStorage.getItem(KEY);
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** Light or dark as the person chose, else as the system is. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<Theme>(kept);
  const [systemDark, setSystemDark] = useState(() => matchMedia(DARK).matches);
  const dark = theme === "dark" || (theme === "system" && systemDark);

  useEffect(() => {
    const media = matchMedia(DARK);
    const changed = () => setSystemDark(media.matches);
    media.addEventListener("change", changed);
    return () => media.removeEventListener("change", changed);
  }, []);

  useEffect(() => {
    document.documentElement.classList.toggle("pf-v6-theme-dark", dark);
  }, [dark]);

  const choose = (chosen: Theme) => {
    localStorage.setItem(KEY, chosen);
    setTheme(chosen);
  };
  return <ThemeContext value={{ theme, dark, choose }}>{children}</ThemeContext>;
}
