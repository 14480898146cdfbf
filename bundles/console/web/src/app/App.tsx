import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "react-router";
import { queries } from "../api/queries";
import { Notices } from "../parts/Notices";
import { router } from "./router";
import { ThemeProvider } from "./Theme";

/** Everything that every page has around it. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <ThemeProvider>
        <Notices>
          <RouterProvider router={router} />
        </Notices>
      </ThemeProvider>
    </QueryClientProvider>
  );
}
