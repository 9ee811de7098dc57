package import Diagnostics
package import Source

extension LintConfiguration {
  /// What the settings make of a rule in a file.
  package struct Verdict: Sendable, Hashable {
    package var severity: Severity
    /// Whether its findings fail no run yet.
    package var isPreview: Bool
    /// The setting that decided; nil for the default.
    package var origin: Location?
  }

  /// What a rule's findings in a file weigh; nil where the rule is off.
  package func verdict(on id: RuleID, in file: String? = nil, otherwise severity: Severity) -> Verdict? {
    guard let facts = names[id] else { return Verdict(severity: severity, isPreview: false, origin: nil) }
    // A finding may weigh something else than its rule's page says.
    let standard = facts.severity == severity ? facts.severity(asOf: rulesAsOf?.value) : severity
    var verdict = baseVerdict(on: facts, standard)
    if let file {
      for settings in perPath where settings.covers(file) {
        guard let said = settings.levels.level(of: facts) else { continue }
        verdict = self.verdict(said, on: facts, standard)
      }
    }
    if verdict?.isPreview == true { verdict?.severity = .info }
    return verdict
  }

  /// A finding with the weight that the settings give it; nil where its rule is off at its place.
  func weighed(_ finding: Diagnostic) -> Diagnostic? {
    let file = perPath.isEmpty ? nil : relative(finding.primary.file)
    guard let verdict = verdict(on: finding.rule, in: file, otherwise: finding.severity) else { return nil }
    var finding = finding
    finding.severity = verdict.severity
    finding.isPreview = verdict.isPreview
    if verdict.isPreview { finding.notes.append("`\(finding.rule)` is a preview: it fails no run yet") }
    return finding
  }

  /// Whether a rule can find anything: it is on everywhere, or in some files.
  func asks(_ id: RuleID) -> Bool {
    if select.isEmpty, levels.isEmpty { return true }
    guard let facts = names[id] else { return true }
    if baseVerdict(on: facts, facts.severity) != nil { return true }
    return perPath.contains { path in
      if case .severity = path.levels.level(of: facts)?.level { true } else { false }
    }
  }

  private func baseVerdict(on facts: RuleFacts, _ standard: Severity) -> Verdict? {
    let selected = select.best(for: facts)
    // That a file cannot be read, or a setting means nothing, is told whatever is selected.
    // Who defines a rule selects it by that.
    let isAlwaysOn =
      facts.isOwn || facts.id.name.hasPrefix("lint/") || facts.id.name.hasPrefix("data/broken-")
    guard select.isEmpty || selected != nil || isAlwaysOn else { return nil }
    let isPreview = facts.isPreview(asOf: rulesAsOf?.value)
    let plain = Verdict(severity: standard, isPreview: isPreview, origin: selected?.selector.location)
    guard let said = levels.level(of: facts) else { return plain }
    if said.level == .off { return said.exactness < selected?.exactness ?? 0 ? plain : nil }
    return verdict(said, on: facts, standard)
  }

  private func verdict(
    _ said: (level: RuleLevels.Level, exactness: Int, location: Location), on facts: RuleFacts,
    _ standard: Severity
  ) -> Verdict? {
    guard case .severity(let severity) = said.level else { return nil }
    // Who gives a preview rule a severity by its name wants it to count.
    let isPreview = said.exactness < 3 && facts.isPreview(asOf: rulesAsOf?.value)
    return Verdict(severity: severity, isPreview: isPreview, origin: said.location)
  }

  /// A file's path as patterns of the configuration see it.
  func relative(_ file: FileID) -> String {
    let absolute = TreePath.absolute(file.path, from: workingDirectory)
    return TreePath.relative(absolute, to: folder) ?? file.path
  }
}
