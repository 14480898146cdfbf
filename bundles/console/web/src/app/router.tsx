import { createBrowserRouter, type RouteObject } from "react-router";
import { AddedPage } from "../added/AddedPage";
import { areas } from "./areas";
import { Layout } from "./Layout";
import { Lost } from "./Lost";
import { Home } from "./Home";

const pages: RouteObject[] = areas.map((area) => ({
  path: area.path,
  lazy: async () => ({ Component: (await area.load()).default }),
}));

export const router = createBrowserRouter(
  [
    {
      Component: Layout,
      errorElement: <Lost />,
      children: [
        { index: true, Component: Home },
        ...pages,
        { path: "added/:id", Component: AddedPage },
        { path: "*", Component: Lost },
      ],
    },
  ],
  { basename: "/console" },
);
