import Source

/// The secrets that a run reads from data bags: texts under a name that tells of one, and those that look like one.
struct RunSecrets {
  private(set) var texts: Set<String> = []

  /// A shorter text may be a part of any word.
  private static let leastLength = 6

  /// Takes the secrets of an item.
  mutating func take(_ value: PlainValue, under name: String = "") {
    for entry in value.entries {
      take(entry.value, under: SecretShape.hidesValue(entry.key.value) ? entry.key.value : name)
    }
    for item in value.items { take(item, under: name) }
    guard let text = value.string, text.utf8.count >= Self.leastLength, SecretShape.isLiteral(text) else {
      return
    }
    guard !name.isEmpty || !SecretShape.all(in: Array(text.utf8)).isEmpty else { return }
    texts.formUnion([text] + SecretForm.all(of: text))
  }

  /// A text with a mark for each of some secrets.
  static func masked(_ text: String, _ secrets: Set<String>) -> String {
    secrets.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }.reduce(text) { text, secret in
      text.mentions(secret) ? text.replacing(secret, with: "<sensitive>") : text
    }
  }
}

extension ChefFault {
  /// The same fault, without secrets in the words of the exception.
  func masking(_ secrets: Set<String>) -> ChefFault {
    guard !secrets.isEmpty else { return self }
    let masked: Kind
    switch kind {
    case .raised(let className, let message):
      masked = .raised(className: className, message: RunSecrets.masked(message, secrets))
    case .refusedValue(let property, let resource, let problem):
      masked = .refusedValue(
        property: property, resource: resource, problem: RunSecrets.masked(problem, secrets))
    default: return self
    }
    return ChefFault(
      masked, certainty, at: location, labels: labels, notes: notes, help: help, chain: chain)
  }
}
