import DataSyntax
import Diagnostics
import Source

/// The JSON of a service account, as far as Packer reads it when it validates.
enum GoogleAccount {
  /// Whether bytes are an account.
  static func isAccount(_ bytes: [UInt8]) -> Bool {
    let (tree, diagnostics) = DataParser.parse(
      DerivedText(SourceFile(FileID("account"), bytes: bytes)), as: .json)
    let root = TemplateValue(tree.root)
    guard root.kind == .map, !diagnostics.contains(where: { $0.severity == .error }) else { return false }
    let areTexts = texts.allSatisfy { name in
      root.entries.named(name).map { $0.value.kind == .text || $0.value.kind == .null } ?? true
    }
    return areTexts && root.entries.named("type")?.value.text?.string == "service_account"
  }

  private static let texts = [
    "auth_uri", "client_email", "client_id", "client_secret", "private_key", "private_key_id", "project_id",
    "refresh_token", "token_uri", "type",
  ]
}
