import Source

/// What Go says of a fault, and of which part of the template.
package struct GoFaultTrace: Sendable, Hashable {
  /// The offset that Go gives the part.
  let offset: Int
  /// The part as Go writes it: `index .Vars "a"`.
  let part: String
  let message: String
}

extension GoExecutionFault {
  /// The error as Go's `text/template` words it: `template: test:1:6: executing "test" at <.A>: …`.
  package func goMessage(in bytes: [UInt8], named name: String) -> String {
    let before = bytes[..<min(trace.offset, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
    return
      "template: \(name):\(line):\(column): executing \(GoQuotedText.quoted(name)) at <\(trace.part)>: \(trace.message)"
  }
}

extension GoTemplateFault {
  /// The error as Go's parser words it: `template: test:1: unclosed action`.
  package func goMessage(in bytes: [UInt8], named name: String) -> String {
    let line = bytes[..<min(range.start, bytes.count)].count { $0 == 0x0A } + 1
    return "template: \(name):\(line): \(goWords ?? message)"
  }
}
