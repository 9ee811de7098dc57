import DataSyntax
import Image
import Source

/// The secrets that lie in an image, in whatever layer: told by the shapes of their values, of which none is kept.
struct ImageSecrets: Sendable {
  /// Where one lies.
  struct Place: Sendable, Hashable {
    /// What it is, with its article.
    let what: String
    /// Absolute; nil for the configuration.
    let path: String?
    /// From 1, in the file, or the name of a part of the configuration.
    let spot: String
    /// From 1, from the bottom; nil where the image has no layers.
    let layer: Int?
    /// Whether the image still shows the file.
    let isShown: Bool
  }

  /// Larger files are data; of texts this large nothing is left out.
  static let largestText = 8 << 20
  /// What is not text says so at its beginning.
  private static let telling = 8000

  var places: [Place] = []

  /// Looks through all that is text in all layers, and through the configuration.
  static func read(from image: any ImageView) throws(ImageError) -> Known<ImageSecrets> {
    var secrets = ImageSecrets()
    switch image.configuration {
    case .value(let configuration): secrets.take(configuration)
    case .absent: break
    case .unknown(let reason): return .unknown(reason)
    }
    return try secrets.take(image).map { .unknown($0) } ?? .value(secrets)
  }

  /// Looks through the files; the reason where they cannot be told.
  private mutating func take(_ image: any ImageView) throws(ImageError) -> UnknownReason? {
    if let layered = image.layered {
      take(annotationsOf: layered)
      for number in layered.layers.indices { take(textsOf: layered, in: number) }
      for content in layered.contents where content.size <= Self.largestText {
        let bytes = try layered.read(content, limit: Self.largestText)
        take(bytes, content.path, layer: content.layer + 1, isShown: content.isShown)
      }
      return nil
    }
    let entries = try image.entries(under: "/")
    if case .unknown(let reason) = entries { return reason }
    take(textsOf: entries.value ?? [])
    for entry in entries.value ?? [] where entry.kind == .file && entry.size <= Self.largestText {
      switch try image.read(entry.path, limit: Self.largestText) {
      case .value(let bytes): take(bytes, entry.path, layer: nil, isShown: true)
      case .absent: continue
      case .unknown(let reason): return reason
      }
    }
    return nil
  }

  private mutating func take(_ bytes: [UInt8], _ path: String, layer: Int?, isShown: Bool) {
    let bytes = WideText.plain(bytes)
    guard !bytes.prefix(Self.telling).contains(0) else { return }
    var (line, start) = (1, 0)
    var found = SecretShape.all(in: bytes).map { ($0.range.start, $0.what) }
    if NetworkLogins.isFile(path) {
      found += NetworkLogins.passwords(in: bytes).map { ($0, "the password of a login") }
    }
    for (offset, what) in found.sorted(by: { $0.0 < $1.0 }) {
      line += bytes[start..<offset].count { $0 == 0x0A }
      start = offset
      places.append(Place(what: what, path: path, spot: "line \(line)", layer: layer, isShown: isShown))
    }
  }

  /// Whether a variable holds a secret that only its name tells.
  private static func isSecret(_ line: String) -> Bool {
    let (name, value) = line.assignment ?? (name: line, value: "")
    return SecretShape.isSecretName(name) && SecretShape.isLiteral(value) && !value.hasPrefix("/")
      && SecretShape.all(in: Array(line.utf8)).isEmpty
  }

  /// What a configuration says, each part by what it is called.
  private static func texts(of configuration: ImageConfiguration) -> [(name: String, text: String)] {
    let lists = [
      ("entrypoint", configuration.entrypoint), ("cmd", configuration.command),
      ("healthcheck", configuration.healthcheck?.test), ("on-build", configuration.onBuild),
      ("shell", configuration.shell), ("author", configuration.author.map { [$0] }),
    ]
    let labels = configuration.labels.sorted { $0.key < $1.key }
    var texts: [(name: String, text: String)] = []
    for line in configuration.environment {
      texts.append(("variable `\(line.assignment?.name ?? line)`", line))
    }
    for (name, value) in labels {
      texts.append(("label `\(name.text)`", value))
      texts.append(("the name of a label", name.text))
    }
    for member in configuration.otherSettings {
      texts.append(
        ("`\(ConcealedText.masking(member.key))`", String(decoding: member.value.compact, as: UTF8.self)))
      texts.append(("the name of a setting", member.key))
    }
    texts += configuration.otherTexts.map { (ConcealedText.masking($0.place), $0.text) }
    texts += [
      ("`user`", configuration.user), ("`workdir`", configuration.workingDirectory),
      ("`stop-signal`", configuration.stopSignal ?? ""),
    ]
    texts += configuration.volumes.map { ("`volumes`", $0) }
    texts += configuration.exposedPorts.map { ("`exposed-ports`", $0) }
    for (name, words) in lists { texts.append(("`\(name)`", (words ?? []).joined(separator: " "))) }
    for (index, step) in configuration.history.enumerated() {
      texts.append(("step \(index + 1) of the history", step.createdBy ?? ""))
      texts.append(("the comment of step \(index + 1) of the history", step.comment ?? ""))
      texts.append(("the author of step \(index + 1) of the history", step.author ?? ""))
    }
    return texts
  }

  private mutating func take(_ configuration: ImageConfiguration) {
    for (name, text) in Self.texts(of: configuration) {
      for shape in SecretShape.all(in: Array(text.utf8)) {
        places.append(Place(what: shape.what, path: nil, spot: name, layer: nil, isShown: true))
      }
    }
    for line in configuration.environment where Self.isSecret(line) {
      let name = line.assignment?.name ?? line
      places.append(
        Place(
          what: "the value of a secret, by the name of the variable", path: nil, spot: "variable `\(name)`",
          layer: nil, isShown: true))
    }
  }
}
