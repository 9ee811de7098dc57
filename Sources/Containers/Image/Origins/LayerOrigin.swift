import DataSyntax

/// The build that made a layer, with what its steps say that they make: enough to name the step behind a file.
package struct LayerOrigin: Sendable, Hashable {
  /// One thing that a step says of a path or a package.
  package struct Mention: Sendable, Hashable {
    /// A `tree` is a path with all that lies below it.
    package enum Subject: String, Sendable, CaseIterable { case path, tree, package }

    package let subject: Subject
    /// An absolute path without a slash at its end, or the name of a package.
    package let name: String
    /// What is done to it: `uploads`, `may change`.
    package let verb: String
    /// What says so within the step: `template[/etc/motd], cookbooks/app/recipes/default.rb:3:1`.
    package let source: String?

    package init(_ subject: Subject, _ name: String, _ verb: String, by source: String? = nil) {
      self.subject = subject
      self.name = name
      self.verb = verb
      self.source = source
    }

    /// Whether it takes a path away.
    var removes: Bool { subject != .package && ["removes", "may remove"].contains(verb) }
  }

  package struct Step: Sendable, Hashable {
    /// `provision-1`
    package let id: String
    /// Its type and its place: `shell, machine.json:5:6`.
    package let words: String
    package let mentions: [Mention]

    package init(id: String, words: String, mentions: [Mention]) {
      self.id = id
      self.words = words
      self.mentions = mentions
    }
  }

  package let template: String
  package let build: String
  package let steps: [Step]

  package init(template: String, build: String, steps: [Step]) {
    self.template = template
    self.build = build
    self.steps = steps
  }
}

extension LayerOrigin {
  private static let mostSteps = 8

  /// The build in words.
  package var words: String { "build `\(build)` of \(template)" }

  /// Which step made a path what it is: the last that speaks of it or of a folder that it lies in; else which steps there were.
  package func evidence(for path: String) -> String {
    guard let (step, mention) = last(about: path) else { return unspoken }
    return Self.words(step, mention, mention.name == path ? "it" : "\(mention.name), in which it lies")
  }

  /// The id of the last step that speaks of a path or a folder that it lies in; nil where none does.
  package func step(for path: String) -> String? { last(about: path)?.step.id }

  /// The last step that speaks of a package; nil where none does.
  package func evidence(forPackage name: String) -> String? {
    last { $0.subject == .package && $0.name == name }.map { Self.words($0.step, $0.mention, "it") }
  }

  /// The last step that removes a path or a folder that it lies in; nil where none says so.
  package func evidence(forAbsent path: String) -> String? {
    let folders = Self.folders(of: path)
    let found = last { $0.removes && ($0.name == path || folders.contains($0.name)) }
    guard let (step, mention) = found else { return nil }
    return Self.words(step, mention, mention.name == path ? "it" : "\(mention.name), in which it lies")
  }

  private func last(about path: String) -> (step: Step, mention: Mention)? {
    let folders = Self.folders(of: path)
    return last { $0.subject != .package && $0.name == path }
      ?? last { $0.subject == .tree && folders.contains($0.name) }
  }

  private func last(where isMeant: (Mention) -> Bool) -> (step: Step, mention: Mention)? {
    for step in steps.reversed() {
      if let mention = step.mentions.last(where: isMeant) { return (step, mention) }
    }
    return nil
  }

  private static func words(_ step: Step, _ mention: Mention, _ object: String) -> String {
    let source = mention.source.map { ": \($0)" } ?? ""
    return "its step \(step.id) (\(step.words)) \(mention.verb) \(object)\(source)"
  }

  private var unspoken: String {
    if steps.isEmpty { return "it has no steps" }
    let shown = steps.prefix(Self.mostSteps).map { "\($0.id) (\($0.words))" }.joined(separator: ", ")
    if steps.count == 1 { return "its only step is \(shown)" }
    return "none of its steps names it: \(shown)" + (steps.count > Self.mostSteps ? ", …" : "")
  }

  /// The folders around a path, without the root.
  private static func folders(of path: String) -> Set<String> {
    var folders: Set<String> = []
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/"), slash != rest.startIndex {
      rest = rest[..<slash]
      folders.insert(String(rest))
    }
    return folders
  }
}

extension LayerOrigin {
  var json: JSONText {
    .members([
      ("template", .string(template)), ("build", .string(build)),
      (
        "steps",
        .array(
          steps.map { step in
            .members([
              ("id", .string(step.id)), ("words", .string(step.words)),
              (
                "mentions",
                .array(
                  step.mentions.map { mention in
                    .members([
                      (mention.subject.rawValue, .string(mention.name)), ("verb", .string(mention.verb)),
                      ("source", mention.source.map { .string($0) }),
                    ])
                  })
              ),
            ])
          })
      ),
    ])
  }

  /// Reads what `json` writes; nil for anything else.
  init?(json: DataNode) {
    guard let template = json["template"]?.text, let build = json["build"]?.text,
      let items = json["steps"]?.items
    else { return nil }
    let steps = items.compactMap { item -> Step? in
      guard let id = item["id"]?.text, let words = item["words"]?.text else { return nil }
      let mentions = (item["mentions"]?.items ?? []).compactMap { mention -> Mention? in
        for subject in Mention.Subject.allCases {
          if let name = mention[subject.rawValue]?.text, let verb = mention["verb"]?.text {
            return Mention(subject, name, verb, by: mention["source"]?.text)
          }
        }
        return nil
      }
      return Step(id: id, words: words, mentions: mentions)
    }
    guard steps.count == items.count else { return nil }
    self.init(template: template, build: build, steps: steps)
  }
}
