package import Image
import Source

/// Keeps secrets of an image out of what is said of it: the values of variables and labels that are named as secrets, and tokens,
/// keys and passwords by their shapes. Verdicts stay as they are.
package struct ImageConcealment: Sendable {
  /// A shorter value may be any word: it is hidden where its name stands beside it.
  private static let leastLength = 8

  private let mask: SecretMask

  package init(of image: any ImageView) {
    guard let configuration = image.configuration.value else {
      mask = .none
      return
    }
    let variables = configuration.environment.map { $0.assignment ?? (name: $0, value: "") }
    let pairs =
      variables.map { ($0.name, $0.value) } + configuration.labels.map { ($0.key.text, $0.value) }
    let named = pairs.filter { SecretShape.hidesValue($0.0) && SecretShape.isLiteral($0.1) }.map(\.1)
    let texts =
      pairs.map { "\($0.0)=\($0.1)" } + configuration.history.map { $0.createdBy ?? "" }
      + (configuration.entrypoint ?? []) + (configuration.command ?? []) + (configuration.shell ?? [])
      + [configuration.author ?? ""]
    let shaped = texts.flatMap { ConcealedText.secrets(in: Array($0.utf8)) }
    let secrets = (named + shaped).filter { $0.utf8.count >= Self.leastLength }
    mask = SecretMask(secrets.flatMap { SecretSpellings.all(of: $0) })
  }

  /// The outcome without secrets, in what is expected, found and shown as evidence.
  package func concealed(_ outcome: Outcome) -> Outcome { outcome.concealing(mask) }
}
