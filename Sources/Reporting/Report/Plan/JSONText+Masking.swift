import Baking
import DataSyntax

extension JSONText {
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
