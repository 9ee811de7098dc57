package import Diagnostics
package import Source

/// Why a goss file cannot be used: goss stops at the first fault, with exit status 78.
package struct GossFault: Error, Sendable {
  /// What goss prints behind `Error: `.
  package let message: String
  /// The place in the file, where the fault has one.
  package let location: Location?
  let help: String?

  package init(_ message: String, at location: Location? = nil, help: String? = nil) {
    self.message = message
    self.location = location
    self.help = help
  }

  /// The same fault seen from a file that includes the faulty one.
  func included(_ prefix: String) -> GossFault { GossFault(prefix + message, at: location, help: help) }

  /// The fault as a finding of a file.
  package func diagnostic(in file: FileID) -> Diagnostic {
    let line = message.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    return Diagnostic(
      "spec/broken-goss-file", .error, line.replacingBackQuotes,
      at: location ?? Location(file, ByteRange(at: 0)), help: help)
  }
}

extension String {
  /// Back quotes as plain ones: a report sets names in back quotes itself.
  fileprivate var replacingBackQuotes: String { String(map { $0 == "`" ? "'" : $0 }) }
}
