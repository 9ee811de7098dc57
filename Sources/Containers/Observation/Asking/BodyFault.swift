/// Why the body of a page does not come to its end, in the words of a failure; those of parts (RFC 9112, 7.1) are Go's.
package enum BodyFault: String, Sendable {
  case cutShort = "its body is cut short"
  case chunkLength = "invalid byte in chunk length"
  case emptyChunkLength = "empty hex number for chunk length"
  case chunkTooLarge = "http chunk length too large"
  case chunkLine = "header line too long"
  case chunkEnd = "malformed chunked encoding"
}
