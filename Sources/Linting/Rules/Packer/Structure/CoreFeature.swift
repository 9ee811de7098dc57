import GoTemplate
import Lint
import Packer
import Source

/// Something of Packer's core that a certain release brought.
struct CoreFeature {
  let version: PackerVersion
  /// In words for people.
  let words: String
  let location: Location

  /// What a template uses of the core, each at its first place.
  static func all(in linted: LintedTemplate) -> [CoreFeature] {
    let template = linted.template
    var found: [CoreFeature] = []
    for (key, version) in rootKeys {
      guard let entry = template.root.entries.named(key), !entry.value.isNothing else { continue }
      found += feature(version, "root key `\(key)`", entry.keyLocation)
    }
    for (key, version) in provisionerKeys {
      guard let entry = template.provisioners.compactMap({ $0.core(key) }).first else { continue }
      found += feature(version, "`\(key)` of a provisioner", entry.keyLocation)
    }
    for component in template.components {
      guard let type = component.type, let version = types[component.kind.rawValue + " " + type.value] else {
        continue
      }
      found += feature(version, "\(component.kind.words) `\(type.value)`", type.location)
    }
    for expression in linted.expressions {
      for call in expression.calls {
        guard let version = functions[call.function] else { continue }
        found += feature(version, "function `\(call.function)`", expression.location(of: call.range))
      }
    }
    return found
  }

  private static func feature(_ version: String, _ words: String, _ location: Location) -> [CoreFeature] {
    PackerVersion(version).map { [CoreFeature(version: $0, words: words, location: location)] } ?? []
  }

  private static let rootKeys = ["error-cleanup-provisioner": "1.4.4", "sensitive-variables": "1.3.0"]
    .sorted { $0.key < $1.key }
  private static let provisionerKeys = ["max_retries": "1.5.6", "timeout": "1.4.0"].sorted { $0.key < $1.key }
  private static let functions = [
    "aws_secretsmanager": "1.5.6", "build": "1.5.0", "consul_key": "1.3.0", "packer_version": "1.1.3",
    "replace": "1.4.4", "replace_all": "1.4.4", "strftime": "1.4.5", "vault": "1.3.0",
  ]
  private static let types = [
    "builder hyperone": "1.3.5", "builder linode": "1.4.1", "builder proxmox": "1.4.1",
    "builder proxmox-clone": "1.6.5",
    "builder proxmox-iso": "1.6.5", "builder ucloud-uhost": "1.4.3", "builder vagrant": "1.3.5",
    "builder yandex": "1.4.1",
    "provisioner breakpoint": "1.3.3", "provisioner inspec": "1.3.5",
    "postProcessor digitalocean-import": "1.3.5",
  ]
}
