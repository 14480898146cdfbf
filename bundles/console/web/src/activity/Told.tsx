import { TeamLink } from "../app/TeamLink";
import { type Details } from "./details";
import { sentence } from "./sentences";

/** What a row tells, with links to the Macs and teams that it is about. */
export function Told({ type, details }: { type: string; details: Details }) {
  return (
    <>
      {sentence(type, details).map((piece, place) =>
        typeof piece === "string" ? (
          piece
        ) : piece.to === undefined ? (
          <strong key={place}>
            <bdi>{piece.words}</bdi>
          </strong>
        ) : (
          <TeamLink key={place} to={piece.to}>
            <bdi>{piece.words}</bdi>
          </TeamLink>
        ),
      )}
    </>
  );
}
