import DataSyntax
package import Diagnostics
import Expectation
package import Lint

/// Reports assertions of which not all can hold of one image.
package struct ContradictingAssertions: SpecRule {
  package static let id: RuleID = "spec/contradicting-assertions"

  package init() {}

  package func check(_ spec: LintedSpec, _ findings: inout Findings) {
    let claims = spec.claims.filter { !$0.isSetting }
    checkValues(claims, &findings)
    checkPresence(claims, &findings)
    checkKinds(claims, spec.dialect, &findings)
    if spec.dialect == .ovenproof { ContradictedStates.report(claims, &findings) }
    for claim in claims where Self.lines.contains(claim.property) { checkLines(claim, &findings) }
  }

  /// Properties that have one value.
  private static let single: Set<String> = [
    "exists", "installed", "mode", "owner", "group", "uid", "gid", "size", "type", "target", "sha256", "home",
    "shell",
  ]
  private static let lines: Set<String> = ["contents", "stdout", "stderr"]

  private func checkValues(_ claims: [SpecClaim], _ findings: inout Findings) {
    var first: [SpecClaim.Subject: [String: SpecClaim]] = [:]
    for claim in claims
    where Self.single.contains(claim.property) && claim.value.isScalar && !claim.subject.isPattern {
      guard let earlier = first[claim.subject]?[claim.property] else {
        first[claim.subject, default: [:]][claim.property] = claim
        continue
      }
      guard normal(claim) != normal(earlier), claim.thing != earlier.thing else { continue }
      findings.add(
        "`\(claim.word)` of `\(claim.subject.shown)` is `\(claim.value.string ?? "")` here and `\(earlier.value.string ?? "")` elsewhere",
        at: claim.value.location, help: "keep the one that is meant",
        labels: [Label("the other stands here", at: earlier.value.location)])
    }
  }

  private func normal(_ claim: SpecClaim) -> String {
    let text = claim.value.string ?? ""
    guard claim.property == "mode" else { return text.lowercased() }
    return (FileMode(text) ?? FileMode.listed(text)?.mode)?.octal ?? text
  }

  /// What must not be there, and what is asserted of it or of what lies in it.
  private func checkPresence(_ claims: [SpecClaim], _ findings: inout Findings) {
    let absences = claims.filter { $0.deniesPresence }
    for claim in claims where !claim.deniesPresence && claim.demandsPresence {
      for absence in absences where absence.thing != claim.thing && absence.covers(claim.subject) {
        let isSame = absence.subject == claim.subject
        findings.add(
          isSame
            ? "`\(claim.subject.shown)` must not be there, and `\(claim.word)` of it is asserted"
            : "`\(claim.subject.shown)` cannot be there: `\(absence.subject.shown)` must not",
          at: claim.place, help: "keep the one that is meant",
          labels: [Label("this says so", at: absence.place)])
        break
      }
    }
  }

  /// What a file of its type does not have.
  private func checkKinds(_ claims: [SpecClaim], _ dialect: Outcome.Dialect, _ findings: inout Findings) {
    let types = claims.filter { $0.property == "type" && $0.subject.section == "files" }
    for type in types where Self.withoutContents.contains(type.value.string ?? "") {
      for claim in claims
      where claim.subject == type.subject && Self.ofContents(dialect).contains(claim.property)
        && !(claim.value.kind == .sequence && claim.value.items.isEmpty)
      {
        findings.add(
          "`\(claim.word)` is asserted of what is a \(type.value.string ?? "") and has none", at: claim.place,
          help: "keep the one that is meant", labels: [Label("this says so", at: type.place)])
      }
    }
  }

  private static let withoutContents: Set<String> = [
    "directory", "pipe", "socket", "character-device", "block-device",
  ]

  /// Properties of what can be read; to goss a folder has a size.
  private static func ofContents(_ dialect: Outcome.Dialect) -> Set<String> {
    let shared: Set<String> = ["contents", "sha256"]
    return dialect == .goss
      ? shared.union(["md5", "sha512"]) : shared.union(["size", "json", "yaml", "toml", "ini", "xml"])
  }

  /// A pattern and its inverse.
  private func checkLines(_ claim: SpecClaim, _ findings: inout Findings) {
    let items = claim.value.items
    for item in items {
      guard let text = item.string, text.hasPrefix("!"),
        let other = items.first(where: { $0.string == String(text.dropFirst()) })
      else { continue }
      findings.add(
        "no text has a line with `\(text.dropFirst())` and none", at: item.written,
        help: "keep the one that is meant", labels: [Label("the other stands here", at: other.written)])
    }
  }
}

extension SpecClaim {
  /// Whether it says how to look, and asserts nothing.
  var isSetting: Bool {
    [
      "title", "skip", "meta", "name", "path", "username", "groupname", "exec", "timeout", "args", "setup",
      "envVars",
    ]
    .contains(property)
  }

  /// Whether it says that the thing must not be there.
  var deniesPresence: Bool {
    switch property {
    case "exists", "installed": flag == false
    case "count": value.integer == 0
    default: false
    }
  }

  /// Whether it can hold only where the thing is there.
  var demandsPresence: Bool {
    guard !subject.isPattern, ["files", "packages", "users", "groups"].contains(subject.section) else {
      return false
    }
    return property == "exists" || property == "installed" ? flag == true : true
  }

  /// Whether something that must not be there takes a thing with it.
  func covers(_ other: Subject) -> Bool {
    guard subject.section == other.section else { return false }
    if subject == other { return true }
    guard subject.section == "files" else { return false }
    if subject.isPattern { return Glob(subject.name).matches(other.name) }
    return other.name.hasPrefix(subject.name == "/" ? "/" : subject.name + "/")
  }
}
