package import Diagnostics
package import Lint
import Packer
import Source

/// Reports secrets that become a part of an image's configuration.
package struct SecretInImage: TemplateRule {
  package static let id: RuleID = "packer/secret-in-image"
  package static let findsSecrets = true

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    var written: [Location: RunText]?
    for component in template.evaluation.builds.flatMap(\.components)
    where ["docker", "docker-import"].contains(component.type.value) {
      for value in component.options.values("changes") {
        var text = value.text.value?.value
        if text == nil {
          // A value that only the run knows is a secret by the name that it gets.
          let known = written ?? Self.texts(of: template.template)
          written = known
          text = known[value.location]
        }
        guard let text, let name = secret(in: text) else { continue }
        findings.add(
          "the image carries `\(name)` for everybody who can pull it", at: value.location,
          help: "give it to the container when it is started; `docker inspect` shows what an image sets",
          secrets: [value.location])
      }
    }
  }

  /// The texts of a template as they are written, by their places.
  private static func texts(of template: PackerTemplate) -> [Location: RunText] {
    Dictionary(template.texts.map { ($0.whole, RunText($0.string)) }) { first, _ in first }
  }

  /// The variable of an `ENV` or `LABEL` that is named as a secret and has a value.
  private func secret(in text: RunText) -> String? {
    let words = text.shown.split { $0 == " " || $0 == "\t" }.map(String.init)
    guard words.count > 1, ["ENV", "LABEL"].contains(words[0].uppercased()) else { return nil }
    if !text.secrets.isEmpty { return words[1].split(separator: "=").first.map(String.init) }
    if !words[1].contains("=") {
      return words.count > 2 && SecretShape.isSecretName(words[1]) && SecretShape.isLiteral(words[2])
        ? words[1] : nil
    }
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, SecretShape.isSecretName(parts[0]) else { continue }
      let value = parts[1].filter { $0 != "\"" && $0 != "'" }
      if SecretShape.isLiteral(value) || value.hasPrefix("<") || value.hasPrefix("{{") { return parts[0] }
    }
    return nil
  }
}
