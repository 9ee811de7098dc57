package import DataSyntax
import Source

extension ImageConfiguration {
  /// Reads `config.json`; members of the wrong type count as absent, but layers must be named rightly.
  package init(json root: DataNode, named name: String) throws(ImageError) {
    guard root.kind == .mapping else {
      throw ImageError(.malformed, "the configuration `\(name)` is not a JSON object")
    }
    self.init(architecture: root["architecture"]?.text ?? "amd64", os: root["os"]?.text ?? "linux")
    variant = root["variant"]?.text
    author = root["author"]?.text
    created = root["created"]?.text
    for item in root["rootfs"]?["diff_ids"]?.items ?? [] {
      guard let digest = item.text.flatMap({ Digest($0) }) else {
        throw ImageError(.malformed, "the configuration `\(name)` names a layer that is not a sha256 digest")
      }
      diffIDs.append(digest)
    }
    history = (root["history"]?.items ?? []).map { History(json: $0) }
    if let settings = root["config"] { read(settings: settings) }
    otherTexts = Self.otherTexts(of: root)
  }

  /// What docker's older builder and other programs write beside what is modelled, as `container_config`.
  private static func otherTexts(of root: DataNode) -> [OtherText] {
    var texts = others(in: root, but: modelledRoots) { "`\($0)`" }
    for (index, step) in (root["history"]?.items ?? []).enumerated() {
      texts += others(in: step, but: modelledOfSteps) { _ in "step \(index + 1) of the history" }
    }
    return texts
  }

  private static func others(
    in mapping: DataNode, but modelled: Set<String>, named place: (String) -> String
  ) -> [OtherText] {
    mapping.entries.compactMap { entry in
      guard let name = entry.key.string, !modelled.contains(name) else { return nil }
      let member = JSONText.object([JSONText.Member(name, JSONText(entry.value))])
      return OtherText(place: place(name), text: String(decoding: member.compact, as: UTF8.self))
    }
  }

  private static let modelledRoots: Set<String> = [
    "architecture", "author", "config", "created", "history", "os", "rootfs", "variant",
  ]
  private static let modelledOfSteps: Set<String> = [
    "author", "comment", "created", "created_by", "empty_layer",
  ]

  private mutating func read(settings: DataNode) {
    user = settings["User"]?.text ?? ""
    workingDirectory = settings["WorkingDir"]?.text ?? ""
    environment = settings["Env"]?.strings ?? []
    entrypoint = settings["Entrypoint"]?.strings
    command = settings["Cmd"]?.strings
    exposedPorts = Self.ports(settings["ExposedPorts"]?.sortedKeys ?? [])
    volumes = settings["Volumes"]?.sortedKeys ?? []
    for entry in settings["Labels"]?.entries ?? [] {
      if let name = entry.key.string, let value = entry.value.text { labels[ExactText(name)] = value }
    }
    stopSignal = settings["StopSignal"]?.text
    shell = settings["Shell"]?.strings
    healthcheck = settings["Healthcheck"].flatMap { Healthcheck(json: $0) }
    onBuild = settings["OnBuild"]?.strings ?? []
    otherSettings = settings.entries.compactMap { entry in
      guard let name = entry.key.string, !Self.modelled.contains(name) else { return nil }
      return JSONText.Member(name, JSONText(entry.value))
    }
  }

  /// Ports with their protocols: of one without, as the OCI specification lets it be written, that is TCP.
  private static func ports(_ names: [String]) -> [String] {
    Set(names.map { $0.contains("/") ? $0.lowercased() : $0 + "/tcp" })
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static let modelled: Set<String> = [
    "User", "WorkingDir", "Env", "Entrypoint", "Cmd", "ExposedPorts", "Volumes", "Labels", "StopSignal",
    "Shell",
    "Healthcheck", "OnBuild",
  ]

  /// The text of `config.json`; equal configurations give equal bytes.
  package var json: JSONText {
    .members([
      ("architecture", .string(architecture)), ("author", author.map { .string($0) }), ("config", settings),
      ("created", created.map { .string($0) }),
      ("history", history.isEmpty ? nil : .array(history.map(\.json))), ("os", .string(os)),
      (
        "rootfs", .members([("diff_ids", .strings(diffIDs.map(\.description))), ("type", .string("layers"))])
      ),
      ("variant", variant.map { .string($0) }),
    ])
  }

  private var settings: JSONText {
    let known: [(String, JSONText?)] = [
      ("Cmd", command.map { .strings($0) }), ("Entrypoint", entrypoint.map { .strings($0) }),
      ("Env", environment.isEmpty ? nil : .strings(environment)), ("ExposedPorts", Self.set(exposedPorts)),
      ("Healthcheck", healthcheck?.json), ("Labels", labels.isEmpty ? nil : Self.texts(labels)),
      ("OnBuild", onBuild.isEmpty ? nil : .strings(onBuild)), ("Shell", shell.map { .strings($0) }),
      ("StopSignal", stopSignal.map { .string($0) }), ("User", user.isEmpty ? nil : .string(user)),
      ("Volumes", Self.set(volumes)),
      ("WorkingDir", workingDirectory.isEmpty ? nil : .string(workingDirectory)),
    ]
    let members = known.compactMap { name, value in value.map { JSONText.Member(name, $0) } } + otherSettings
    return .object(members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
  }

  private static func texts(_ texts: [ExactText: String]) -> JSONText {
    .object(texts.sorted { $0.key < $1.key }.map { JSONText.Member($0.key.text, .string($0.value)) })
  }

  /// A set as both docker and OCI write it: an object of empty objects.
  private static func set(_ names: [String]) -> JSONText? {
    names.isEmpty ? nil : .object(names.map { JSONText.Member($0, .object([])) })
  }
}

extension ImageConfiguration.History {
  init(json: DataNode) {
    self.init(
      created: json["created"]?.text, createdBy: json["created_by"]?.text, author: json["author"]?.text,
      comment: json["comment"]?.text, isEmptyLayer: json["empty_layer"]?.bool ?? false)
  }

  var json: JSONText {
    .members([
      ("author", author.map { .string($0) }), ("comment", comment.map { .string($0) }),
      ("created", created.map { .string($0) }), ("created_by", createdBy.map { .string($0) }),
      ("empty_layer", isEmptyLayer ? .bool(true) : nil),
    ])
  }
}

extension Healthcheck {
  init?(json: DataNode) {
    guard let test = json["Test"]?.strings else { return nil }
    self.init(test: test)
    interval = json["Interval"]?.integer ?? 0
    timeout = json["Timeout"]?.integer ?? 0
    startPeriod = json["StartPeriod"]?.integer ?? 0
    startInterval = json["StartInterval"]?.integer ?? 0
    retries = json["Retries"]?.integer ?? 0
  }

  var json: JSONText {
    func unlessZero(_ value: Int) -> JSONText? { value == 0 ? nil : .integer(value) }
    return .members([
      ("Interval", unlessZero(interval)), ("Retries", unlessZero(retries)),
      ("StartInterval", unlessZero(startInterval)), ("StartPeriod", unlessZero(startPeriod)),
      ("Test", .strings(test)), ("Timeout", unlessZero(timeout)),
    ])
  }
}
