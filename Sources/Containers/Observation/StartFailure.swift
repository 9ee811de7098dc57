/// Why a program of a container was not started: no instruction of it ran, whatever codes its end would have.
package struct StartFailure: Sendable, Hashable {
  package enum Stage: Sendable, Hashable {
    /// No file was found under its name that may be started.
    case search
    /// One was found, and the kernel did not take it: it is of no format that is known, or its interpreter is missing.
    case execution
  }

  package let stage: Stage
  /// As it was named, or the path that was found.
  package let program: String
  /// In the words of container runtimes.
  package let reason: String

  package init(_ stage: Stage, _ program: String, _ reason: String) {
    self.stage = stage
    self.program = program
    self.reason = reason
  }

  /// Finds the failure in what an engine says: `exec: "NAME": REASON` or `exec PATH: REASON` at its end.
  package init?(in text: String) {
    if let start = text.firstRange(of: "exec: \"") {
      let rest = text[start.upperBound...]
      guard let end = rest.firstRange(of: "\": ") else { return nil }
      self.init(.search, String(rest[..<end.lowerBound]), Self.reason(rest[end.upperBound...]))
    } else {
      let start = text.hasPrefix("exec /") ? text.startIndex : text.firstRange(of: ": exec /")?.lowerBound
      guard let words = start.map({ text[$0...] }), let name = words.firstRange(of: "exec "),
        let end = words.ranges(of: ": ").last, end.lowerBound > name.upperBound
      else { return nil }
      self.init(
        .execution, String(words[name.upperBound..<end.lowerBound]), Self.reason(words[end.upperBound...]))
    }
  }

  /// What runtimes say of it.
  package var words: String {
    stage == .search ? "exec: \"\(program)\": \(reason)" : "exec \(program): \(reason)"
  }

  private var isAbsence: Bool { reason.contains("not found") || reason.contains("no such file") }

  /// What a shell ends with in its place.
  package var code: Int32 { isAbsence || reason.hasSuffix("not a directory") ? 127 : 126 }

  /// What is said of it where a shell would be heard.
  package var line: String {
    let reason = isAbsence ? "no such file or directory" : Self.last(self.reason)
    return "exec: `\(program)`: \(reason.prefix(1).uppercased())\(reason.dropFirst())"
  }

  private static func last(_ reason: String) -> String {
    reason.ranges(of: ": ").last.map { String(reason[$0.upperBound...]) } ?? reason
  }

  /// Without what engines add behind it.
  private static func reason(_ text: Substring) -> String {
    let ends = [": unknown", ": OCI runtime"].compactMap { text.firstRange(of: $0)?.lowerBound }
    return String(text[..<(ends.min() ?? text.endIndex)])
  }
}
