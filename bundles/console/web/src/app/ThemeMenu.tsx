import AdjustIcon from "@patternfly/react-icons/dist/esm/icons/adjust-icon";
import { Choice } from "../parts/Choice";
import { type Theme, useTheme } from "./Theme";

const THEMES: { value: Theme; label: string }[] = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

export function ThemeMenu() {
  const { theme, choose } = useTheme();
  return <Choice label="Theme" value={theme} options={THEMES} onChoose={choose} icon={<AdjustIcon />} />;
}
