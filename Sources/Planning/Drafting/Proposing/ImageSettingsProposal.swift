import DataSyntax
import Image
import Source
import Expectation

/// What the configuration of an image says, without what looks like a secret and what each build sets anew.
struct ImageSettingsProposal {
  private let configuration: ImageConfiguration?

  init(_ subject: ProposalSubject) { configuration = subject.search.image.configuration.value }

  var proposal: Proposal {
    guard let image = configuration else { return Proposal() }
    var proposal = Proposal()
    var assertions: [SpecDraft.Assertion] = [
      .init("user", DraftMatcher.literal(image.user.isEmpty ? "root" : image.user))
    ]
    if !image.workingDirectory.isEmpty {
      assertions.append(.init("workdir", .string(image.workingDirectory)))
    }
    if let words = image.entrypoint, !words.isEmpty {
      assertions.append(.init("entrypoint", .strings(words)))
    }
    if let words = image.command, !words.isEmpty { assertions.append(.init("cmd", .strings(words))) }
    assertions.append(.init("exposed-ports", Self.exactly(image.exposedPorts)))
    assertions.append(.init("volumes", Self.exactly(image.volumes)))
    var hidden = assertions.filter { Self.holdsSecret($0.value) }.map(\.property)
    assertions.removeAll { hidden.contains($0.property) }
    let variables = image.environment.compactMap(Self.pair).filter { !Self.isVolatile($0.value) }
    let labels = image.labels.sorted { $0.key < $1.key }.map { (key: $0.key.text, value: $0.value) }.filter {
      !Self.isVolatile(label: $0.key) && !Self.isVolatile($0.value)
    }
    func shown(_ pairs: [(key: String, value: String)]) -> JSONText? {
      var members: [JSONText.Member] = []
      for pair in pairs {
        if Self.isSecret(pair) {
          hidden.append(ConcealedText.masking(pair.key))
        } else {
          members.append(.init(pair.key, DraftMatcher.literal(pair.value)))
        }
      }
      return members.isEmpty ? nil : .object(members)
    }
    if let value = shown(variables) { assertions.append(.init("env", value)) }
    if let value = shown(labels) { assertions.append(.init("labels", value)) }
    if !hidden.isEmpty {
      proposal.notes.append(
        "Left out as secrets: \(hidden.joined(separator: ", ")). An image keeps them for everybody.")
    }
    proposal.things = [SpecDraft.Thing("image", "", assertions)]
    return proposal
  }

  /// These and no others: a port more is one that nobody has looked at.
  private static func exactly(_ texts: [String]) -> JSONText {
    texts.isEmpty
      ? DraftMatcher.named("have-len", .integer(0)) : DraftMatcher.named("consist-of", .strings(texts))
  }

  private static func pair(_ line: String) -> (key: String, value: String)? {
    guard let (name, value) = line.assignment, !name.isEmpty else { return nil }
    return (name, value)
  }

  private static func isSecret(_ pair: (key: String, value: String)) -> Bool {
    SecretShape.hidesValue(pair.key) && !pair.value.isEmpty
      || [pair.key, pair.value].contains { !SecretShape.all(in: Array($0.utf8), for: .hiding).isEmpty }
  }

  /// Whether a value shows a token, a key, or what is assigned to the name of a secret.
  private static func holdsSecret(_ value: JSONText) -> Bool {
    !ConcealedText.secrets(in: value.compact).isEmpty
  }

  private static let volatileLabels: Set<String> = [
    "org.opencontainers.image.created", "org.opencontainers.image.revision",
    "org.opencontainers.image.version",
    "org.opencontainers.image.base.digest", "org.opencontainers.image.ref.name",
    "org.label-schema.build-date", "org.label-schema.vcs-ref", "org.label-schema.version",
    "build-date", "vcs-ref", "release",
  ]

  private static func isVolatile(label: String) -> Bool { volatileLabels.contains(label) }

  /// Whether a value is a time, a commit or a digest.
  private static func isVolatile(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    let isHex =
      bytes.count >= 32 && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    let isTime =
      bytes.count >= 16 && bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
      && bytes[10] == UInt8(ascii: "T") && bytes[..<4].allSatisfy { (0x30...0x39).contains($0) }
    return isHex || isTime || value.hasPrefix("sha256:")
  }
}
