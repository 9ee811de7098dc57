import RegularExpressions

/// The regular expression of a matcher; one that RE2 refuses is an error wherever it is compared.
struct GossExpression: Sendable {
  let text: String
  private let compiled: Result<RegularExpression, GossError>

  init(_ text: String) {
    self.text = text
    do throws(RegularExpressionError) {
      compiled = .success(try RegularExpression(text))
    } catch {
      compiled = .failure(GossError("RegExp match failed to compile with error:\n\t\(error.goMessage)"))
    }
  }

  func matches(_ bytes: [UInt8]) -> Result<Bool, GossError> { compiled.map { $0.matches(bytes) } }
}
