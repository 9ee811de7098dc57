import Packer
import Project
import Source

/// One post-processor, with what it is given.
struct PostProcessor {
  let input: ProvisionerInput
  let artifact: Artifact

  private var type: String { input.component.type.value }

  /// What it does; `.unsupported` where it would refuse what it is given.
  var work: PostProcess.Work {
    if type == "docker-push", input.flag("ecr_login") {
      return .unsupported(
        "`ecr_login` is not done here: log in to the registry before the run, and leave it out")
    }
    if let refusal { return .refused(refusal) }
    switch type {
    case "docker-tag": return .dockerTag(repository: repository, tags: tags)
    case "docker-save": return .dockerSave(path: input.text("path", default: ""))
    case "docker-push": return .dockerPush(login: RegistryLogin(input.options))
    case "docker-import":
      return .dockerImport(repository: repository, tag: input.text("tag"), changes: input.texts("changes"))
    case "manifest": return manifest
    case "checksum": return .checksum(checksums)
    case "compress":
      let level = input.text("compression_level")?.complete.flatMap { Int($0) }
      return .compress(output: compressed, format: input.options.string("format"), level: level)
    case "shell-local":
      let local = ShellLocalRun(input: input, isPostProcessor: true)
      return .shellLocal((local.sources ?? []).map(local.run))
    case "artifice": return .artifice(input.texts("files"))
    default: return .unsupported(impossibility)
    }
  }

  /// Why it is not run here.
  private var impossibility: String {
    if type.hasPrefix("vagrant") {
      return
        "`\(type)` is not run here: a box needs a virtual machine or Vagrant itself; `-except=\(type)` leaves it out"
    }
    if let service = Self.services[type] {
      return
        "`\(type)` is not run here: it hands the files to \(service), and no cloud is called; `-except=\(type)` leaves it out"
    }
    return "the post-processor `\(type)` is not known here; `-except=\(type)` leaves it out"
  }

  /// The post-processors that hand files to a service, and which.
  private static let services = [
    "amazon-import": "Amazon EC2", "alicloud-import": "Alibaba Cloud", "digitalocean-import": "DigitalOcean",
    "exoscale-import": "Exoscale", "googlecompute-export": "Google Compute Engine",
    "googlecompute-import": "Google Compute Engine", "ucloud-import": "UCloud",
    "yandex-export": "Yandex Cloud",
    "yandex-import": "Yandex Cloud", "vsphere": "vSphere", "vsphere-template": "vSphere",
  ]

  /// What the next one of the chain gets.
  var result: Artifact {
    switch type {
    case "docker-tag": .image(names: names.map(\.shown))
    case "docker-import": .image(names: [importedName.shown])
    case "docker-push": .pushed
    case "docker-save", "manifest", "shell-local": artifact
    case "artifice": .gathered
    default: .files
    }
  }

  /// One line for people.
  var title: String {
    switch type {
    case "docker-tag": "tag the image as \(names.map(\.shown).joined(separator: ", "))"
    case "docker-save": "save \(imageNames.last ?? "the image") to \(input.text("path")?.shown ?? "")"
    case "docker-push": "push \(imageNames.isEmpty ? "the image" : imageNames.joined(separator: ", "))"
    case "docker-import": "import the file as \(importedName.shown)"
    case "manifest": "write the manifest \(manifestPath.shown)"
    case "checksum": "write checksums to \(checksums.map { $0.output.shown }.joined(separator: ", "))"
    case "compress": "compress the files to \(compressed.shown)"
    case "shell-local":
      "run \(ShellSource.summary(of: ShellLocalRun(input: input, isPostProcessor: true).sources ?? [])) on the host"
    case "artifice": "take \(input.texts("files").map(\.shown).joined(separator: ", ")) as the artifact"
    default: "run \(type)"
    }
  }

  /// What it leaves behind.
  var effects: [Step.Effect] {
    guard refusal == nil else { return [] }
    switch type {
    case "docker-tag": return names.map { .init(.creates, name: $0.shown) }
    case "docker-save": return [.init(.creates, path: input.text("path")?.shown ?? "")]
    case "docker-push":
      return imageNames.isEmpty
        ? [.init(.publishes, name: "image")] : imageNames.map { .init(.publishes, name: $0) }
    case "docker-import": return [.init(.creates, name: importedName.shown)]
    case "manifest": return [.init(.creates, path: manifestPath.shown)]
    case "checksum": return checksums.map { .init(.creates, path: $0.output.shown) }
    case "compress": return [.init(.creates, path: compressed.shown)]
    case "shell-local":
      let sources = ShellLocalRun(input: input, isPostProcessor: true).sources ?? []
      return sources.map { .init(.runs, name: $0.name) }
    default: return []
    }
  }

  /// Why it refuses what it is given, as Packer's does; nil where it takes it.
  private var refusal: String? {
    let isAccepted: Bool
    let words: String
    switch type {
    case "docker-tag", "docker-save", "docker-push":
      if case .image = artifact { isAccepted = true } else { isAccepted = false }
      words = "an image"
    case "docker-import":
      isAccepted = [.exported, .discarded, .gathered].contains(artifact)
      words = "an exported file"
    default: return nil
    }
    return isAccepted ? nil : "`\(type)` takes \(words), and is given \(artifact.words)"
  }

  /// The names of the image that it is given, each once.
  private var imageNames: [String] {
    guard case .image(let names) = artifact else { return [] }
    return names.reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
  }

  private var repository: RunText { input.text("repository", default: "") }

  /// The new option's tags come before the old one's; each may be one text with commas.
  private var tags: [RunText] {
    ["tags", "tag"].flatMap { input.texts($0) }.flatMap { $0.split(",") }.filter { !$0.isEmpty }
  }

  private var names: [RunText] {
    tags.isEmpty ? [repository] : tags.map { "\(repository):\($0)" }
  }

  private var importedName: RunText { input.text("tag").map { "\(repository):\($0)" } ?? repository }

  private var manifestPath: RunText { input.text("output", default: "packer-manifest.json") }

  private var manifest: PostProcess.Work {
    .manifest(
      output: manifestPath,
      customData: input.options.map("custom_data").map { ($0.key.value, $0.value.value) },
      stripsPath: input.flag("strip_path"), stripsTime: input.flag("strip_time"))
  }

  private var checksums: [(kind: String, output: RunText)] {
    let kinds = input.options.texts("checksum_types").flatMap { $0.value.split(",") }.compactMap(\.complete)
    return (kinds.isEmpty ? ["md5"] : kinds).map { kind in
      let fields = Fields(buildFields.merging(["ChecksumType": RunText(kind)]) { own, _ in own })
      let fallback: RunText =
        "packer_\(input.build.nameText)_\(input.build.builder.type.value)_\(kind).checksum"
      return (kind, input.rendered("output", fields) ?? fallback)
    }
  }

  private var compressed: RunText {
    input.rendered("output", Fields(buildFields))
      ?? "packer_\(input.build.nameText)_\(input.build.builder.type.value)"
  }

  private var buildFields: [String: RunText] {
    ["BuildName": input.build.nameText, "BuilderType": RunText(input.build.builder.type.value)]
  }
}
