/// Why no answer is read, in the words of a failure.
package enum PageFault: String, Sendable {
  case noAnswer = "it ends the connection without an answer"
  case cutShort = "it is cut short"
  case noAuthorities = "it holds no certificate"
  case noCertificate = "it holds no certificate to show"
  case noKey = "it holds no key"
}
