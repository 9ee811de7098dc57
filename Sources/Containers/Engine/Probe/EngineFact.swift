/// One thing about this machine that decides which engines work on it.
package struct EngineFact: Sendable, Hashable {
  package enum Verdict: String, Sendable {
    case good
    /// An engine is worse off, or does not work, without it.
    case lacking
    /// Neither: it helps to understand the others.
    case told
  }

  /// What it is about, a few words.
  package let subject: String
  /// What was found, a clause.
  package let finding: String
  package let verdict: Verdict
  /// What to do or type, where something is lacking.
  package let help: String?

  package init(_ subject: String, _ finding: String, _ verdict: Verdict, help: String? = nil) {
    self.subject = subject
    self.finding = finding
    self.verdict = verdict
    self.help = help
  }
}
