/// What the functions of a template may ask of the machine; a caller that has nothing to give uses `none`.
package struct TemplateMachine: Sendable {
  /// The variables of the process.
  package let environment: [String: String]
  /// The content of a file, or Go's words for why there is none: `open /x: no such file or directory`.
  package let readFile: @Sendable (String) -> Result<[UInt8], TemplateMachineError>
  /// Seconds since 1970.
  package let now: Int

  package init(
    environment: [String: String], now: Int,
    readFile: @escaping @Sendable (String) -> Result<[UInt8], TemplateMachineError>
  ) {
    self.environment = environment
    self.now = now
    self.readFile = readFile
  }

  /// A machine that gives nothing away.
  package static let none = TemplateMachine(environment: [:], now: 0) {
    .failure(TemplateMachineError("open \($0): no such file or directory"))
  }
}

/// Why the machine did not give what a template asked for, in Go's words.
package struct TemplateMachineError: Error, Hashable {
  package let message: String

  package init(_ message: String) { self.message = message }
}
