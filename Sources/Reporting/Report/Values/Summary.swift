import Diagnostics
import Expectation

/// A run in one sentence; every format that has words says the same.
struct Summary {
  private let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  /// `failed: 2 errors, 1 warning in 3 files; 1 of 2 builds failed; 35 of 38 assertions passed, 3 failed`.
  var sentence: String {
    let isLintOnly = findings != nil && record.builds.isEmpty && record.assertions.isEmpty
    return isLintOnly ? words : "\(record.verdict.rawValue): \(words)"
  }

  /// The same without the verdict.
  var words: String {
    // What could not be decided is told of as that.
    let emptiness =
      record.judgesNothing && record.verdict == .failed ? "nothing was judged, which is no pass" : nil
    let parts = [findings, builds, assertions, emptiness].compactMap { $0 }
    return parts.isEmpty ? "nothing was done" : parts.joined(separator: "; ")
  }

  /// What fixes have mended and can mend: `3 fixed (1 more with --unsafe-fixes)`; nil where that is nothing.
  var mending: String? {
    guard let mending = record.mending else { return nil }
    let more = mending.unsafelyFixable
    if mending.fixed > 0 {
      return "\(mending.fixed) fixed" + (more > 0 ? " (\(more) more with `--unsafe-fixes`)" : "")
    }
    switch (mending.fixable, more) {
    case (0, 0): return nil
    case (0, _): return "\(more) can be mended with `--fix --unsafe-fixes`"
    case (let safe, 0): return "[*] \(safe) can be mended with `--fix`"
    case (let safe, _): return "[*] \(safe) can be mended with `--fix` (\(more) more with `--unsafe-fixes`)"
    }
  }

  /// The findings by severity; nil where nothing was analysed.
  var findings: String? {
    guard record.fileCount > 0 || !record.findings.isEmpty || !record.suppressed.isEmpty else { return nil }
    let counts = [
      Self.count(record.count(of: Severity.error), "error"),
      Self.count(record.count(of: Severity.warning), "warning"),
      Self.count(record.count(of: Severity.info), "info"),
    ].compactMap { $0 }
    let files = Self.count(record.fileCount, "file").map { " in \($0)" } ?? ""
    let allowed = record.suppressed.isEmpty ? "" : ", \(record.suppressed.count) allowed"
    return (counts.isEmpty ? "no findings" : counts.joined(separator: ", ")) + files + allowed
  }

  /// How many builds came to what; nil where nothing was built.
  var builds: String? {
    guard !record.builds.isEmpty else { return nil }
    let total = record.builds.count
    let bad = record.builds.filter { $0.verdict != .done && $0.verdict != .cached }
    guard !bad.isEmpty else { return total == 1 ? "1 build done" : "\(total) builds done" }
    let counts = BuildRecord.Verdict.allCases.compactMap { verdict -> String? in
      let count = bad.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(verdict.words)"
    }
    let words = counts.joined(separator: ", ")
    return total == 1
      ? "build \(bad[0].verdict.words)" : "\(total - bad.count) of \(total) builds done, \(words)"
  }

  /// How many assertions came to what; nil where nothing was judged.
  var assertions: String? {
    guard !record.assertions.isEmpty else { return nil }
    let total = record.assertions.count
    let others = record.assertions.filter { $0.verdict != .passed }
    guard !others.isEmpty else { return total == 1 ? "1 assertion passed" : "\(total) assertions passed" }
    let rest = Outcome.Verdict.allCases.filter { $0 != .passed }.flatMap { verdict in
      Severity.allCases.reversed().compactMap { severity -> String? in
        let count = others.count { assertion in
          assertion.verdict == verdict && (verdict.isGreen ? .error : assertion.severity) == severity
        }
        let mark = severity == .error ? "" : " (\(severity.rawValue))"
        return count == 0 ? nil : "\(count) \(verdict.words)\(mark)"
      }
    }
    return "\(total - others.count) of \(total) assertions passed, " + rest.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
