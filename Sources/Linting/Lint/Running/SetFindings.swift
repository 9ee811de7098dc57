import Diagnostics

/// What was found with each set of variables, put together: each finding once, and where it does not hold with all
/// sets, with those that it holds with.
struct SetFindings {
  private var found: [DiagnosticIdentity: (finding: Diagnostic, sets: [String])] = [:]
  private var order: [DiagnosticIdentity] = []
  private var count = 0

  /// Takes in what was found with a set.
  mutating func add(_ findings: [Diagnostic], with set: TemplateSet) {
    count += 1
    let name = set.name ?? "the command line"
    for finding in findings {
      let identity = DiagnosticIdentity(finding)
      if found[identity] == nil { order.append(identity) }
      var entry = found[identity] ?? (finding, [])
      if entry.sets.last != name { entry.sets.append(name) }
      found[identity] = entry
    }
  }

  /// All findings in the order in which they were met.
  var merged: [Diagnostic] {
    order.compactMap { found[$0] }.map { finding, sets in
      guard sets.count < count else { return finding }
      var finding = finding
      let names = sets.map { "`\($0)`" }.joined(separator: ", ")
      finding.notes.append(
        "it holds only with the variables of \(names), not with those of every entry of `templates`")
      return finding
    }
  }
}
