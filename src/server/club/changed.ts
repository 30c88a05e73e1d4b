/** A change's answer, under the request id that its body brought. */
export function changed<Answer extends { requestId: string }>(answer: Answer): Response {
  return Response.json(answer, { headers: { 'x-request-id': answer.requestId } });
}
