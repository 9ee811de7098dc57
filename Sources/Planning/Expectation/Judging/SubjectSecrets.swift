import Matching
import Source

/// The secrets in a value of an image, found before it is cut to be shown.
struct SubjectSecrets {
  /// Of a longer text only what is shown is looked at.
  private static let longestText = 4 << 20
  private static let most = 1000

  private var values: [String] = []

  /// Hides them in what is said of the value; `property` may itself name a secret, as `env.TOKEN` does.
  static func mask(_ subject: Subject, of property: String) -> SecretMask {
    var secrets = SubjectSecrets()
    // What a property such as `password` asks for is a state, what a name behind a full stop stands for is the image's own.
    let name = property.contains(".") ? property.split(separator: ".").dropFirst().last.map(String.init) : nil
    secrets.take(subject, isSecret: name.map(SecretShape.hidesValue) ?? false)
    guard !secrets.values.isEmpty else { return .none }
    return SecretMask(secrets.values.flatMap { [$0, Subject.text($0).json.withoutQuotes] })
  }

  private mutating func take(_ subject: Subject, isSecret: Bool) {
    guard values.count < Self.most else { return }
    switch subject {
    case .text(let bytes):
      guard bytes.count <= Self.longestText else { return }
      let text = isSecret ? String(decoding: bytes, as: UTF8.self) : ""
      if SecretShape.isLiteral(text) {
        values.append(text)
      } else {
        values += ConcealedText.secrets(in: bytes)
      }
    case .list(let items): for item in items { take(item, isSecret: isSecret) }
    case .map(let entries):
      for entry in entries { take(entry.value, isSecret: isSecret || SecretShape.hidesValue(entry.key)) }
    case .null, .bool, .number, .version: break
    }
  }
}

extension String {
  fileprivate var withoutQuotes: String { String(dropFirst().dropLast()) }
}
