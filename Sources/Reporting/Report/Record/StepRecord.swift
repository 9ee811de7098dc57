/// A step of a build with what became of it.
package struct StepRecord: Sendable, Hashable {
  package var id: String
  package var title: String
  package var verdict: BuildRecord.Verdict
  /// The exit code that failed it.
  package var exitCode: Int?
  /// The place in the template that asked for it.
  package var origin: Place
  /// The last lines that it printed, secrets masked.
  package var tail: [String]
  /// Why it failed, was skipped or blocked.
  package var message: String?

  package init(
    id: String, title: String, verdict: BuildRecord.Verdict, exitCode: Int? = nil, origin: Place,
    tail: [String] = [], message: String? = nil
  ) {
    self.id = id
    self.title = title
    self.verdict = verdict
    self.exitCode = exitCode
    self.origin = origin
    self.tail = tail
    self.message = message
  }
}
