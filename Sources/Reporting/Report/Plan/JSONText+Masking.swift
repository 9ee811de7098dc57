import Baking
import DataSyntax
import Source

extension JSONText {
  /// The value without what its keys name as secrets, and without what looks like one.
  func concealingSecrets() -> JSONText {
    switch self {
    case .string(let text): .string(ConcealedText.masking(text))
    case .array(let items): .array(items.map { $0.concealingSecrets() })
    case .object(let members):
      .object(
        members.map { member in
          guard case .string(let text) = member.value, SecretShape.hidesValue(member.key),
            SecretShape.isLiteral(text)
          else { return Member(member.key, member.value.concealingSecrets()) }
          return Member(member.key, .string(ConcealedText.mark))
        })
    case .null, .bool, .integer, .number: self
    }
  }

  /// A text of JSON without the values that its keys name as secrets; any other text as it is.
  static func concealingSecrets(in content: String) -> String {
    var bytes = Array(content.utf8)
    guard let first = bytes.first(where: { $0 > 0x20 }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return content }
    let (tree, faults) = DataParser.parse(DerivedText(SourceFile(FileID("content"), bytes: bytes)), as: .json)
    guard faults.isEmpty else { return content }
    var places: [ByteRange] = []
    tree.root.collectSecrets(&places)
    for place in places.sorted(by: { $0.start > $1.start }) {
      bytes.replaceSubrange(place.indices, with: "\"\(ConcealedText.mark)\"".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value with the secrets in its strings and keys replaced.
  func masked(by mask: SecretMask) -> JSONText {
    switch self {
    case .string(let text): .string(mask.masking(text))
    case .array(let items): .array(items.map { $0.masked(by: mask) })
    case .object(let members):
      .object(members.map { Member(mask.masking($0.key), $0.value.masked(by: mask)) })
    case .null, .bool, .integer, .number: self
    }
  }
}

extension DataNode {
  /// Collects the places of scalars that a key above them names as a secret.
  fileprivate func collectSecrets(_ places: inout [ByteRange], isSecret: Bool = false) {
    for item in items { item.collectSecrets(&places, isSecret: isSecret) }
    for entry in entries {
      entry.value.collectSecrets(
        &places, isSecret: isSecret || SecretShape.hidesValue(entry.key.string ?? ""))
    }
    guard isSecret, kind == .string || kind == .number, let string, SecretShape.isLiteral(string) else {
      return
    }
    places.append(range)
  }
}
