/// Names that differ from run to run, as the recordings write them.
extension String {
  /// `script_123.sh` as `script_<N>.sh`, a uuid as `<UUID>`, and so on.
  package var normalised: String { normalised(in: RecordedRun.folder) }

  /// The same where the run was in another folder.
  package func normalised(in folder: String) -> String {
    var text = self
    for prefix in ["script_", "varfile_", "packer-provisioner-ansible-local"] {
      text = text.replacingDigits(after: prefix)
    }
    text = text.replacingIdentifiers()
    text = text.replacing(folder + "/out", with: RecordedRun.output)
    text = text.replacing(folder, with: "<ROOT>/experiments")
    return text.withSortedFacts
  }

  /// Digits behind a prefix become `<N>`.
  private func replacingDigits(after prefix: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: prefix) {
      result += rest[..<range.upperBound]
      let digits = rest[range.upperBound...].prefix { $0.isASCII && $0.isNumber }
      rest = rest[range.upperBound...].dropFirst(digits.count)
      if !digits.isEmpty { result += "<N>" }
    }
    return result + rest
  }

  /// Every uuid becomes `<UUID>`.
  private func replacingIdentifiers() -> String {
    var result = ""
    var rest = self[...]
    let shape = [8, 4, 4, 4, 12]
    while let first = rest.first {
      let candidate = rest.prefix(36)
      let groups = candidate.split(separator: "-", omittingEmptySubsequences: false)
      if groups.map(\.count) == shape, groups.allSatisfy({ $0.allSatisfy(\.isHexDigit) }) {
        result += "<UUID>"
        rest = rest.dropFirst(36)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// Packer writes facts in a random order.
  private var withSortedFacts: String {
    guard contains("FACTER_") else { return self }
    let words = split(separator: " ", omittingEmptySubsequences: false)
    var facts = words.filter { $0.hasPrefix("FACTER_") }.sorted()[...]
    return words.map { $0.hasPrefix("FACTER_") ? String(facts.removeFirst()) : String($0) }.joined(
      separator: " ")
  }
}
