import { accepted, ApiError, SESSION_HEADER } from "./client";

/**
 * Posts a form with files and tells how much of it is sent, from 0 to 1. Path relative to the API.
 * Throws ApiError. Not by fetch, which does not say how far it is.
 */
export function upload(path: string, form: FormData, told: (share: number) => void, signal?: AbortSignal): Promise<Response> {
  return new Promise<Response>((resolve, reject) => {
    const sent = new XMLHttpRequest();
    sent.open("POST", `/api/v1/${path}`);
    Object.entries(SESSION_HEADER).forEach(([name, value]) => sent.setRequestHeader(name, value));
    sent.upload.onprogress = (event) => event.total > 0 && told(event.loaded / event.total);
    sent.onload = () => resolve(new Response(sent.responseText || null, { status: sent.status }));
    sent.onerror = () => reject(new ApiError(0, "", BROKEN));
    sent.onabort = () => reject(new ApiError(0, "", "The upload was stopped."));
    signal?.addEventListener("abort", () => sent.abort());
    sent.send(form);
  }).then(accepted);
}

const BROKEN =
  "The connection broke off before the file was there. Check the network, and whether the file is larger than is allowed.";
