package import Source

/// One thing that a spec speaks of, with all that it expects of it.
package struct Check: Sendable {
  /// What to look at in the image.
  package let target: Target
  /// `files`, `packages`, `commands`, …
  package let resource: String
  /// The name in the spec: a path, a package, a command; empty for the image itself.
  package let name: String
  /// The place of the name.
  package let origin: Location
  /// Where the file that holds it is included, outermost first; empty for what the spec itself holds.
  package internal(set) var includes: [Location] = []
  /// Why it is not judged, where the spec says so.
  package let skip: String?
  /// For how many seconds it is looked at again until it passes; nil where the spec does not say.
  package var eventually: Double?
  /// When it is judged, and what comes of it.
  package var terms = CheckTerms()
  package let expectations: [Expectation]

  package init(
    target: Target, resource: String, name: String, origin: Location, skip: String? = nil,
    expectations: [Expectation]
  ) {
    self.target = target
    self.resource = resource
    self.name = name
    self.origin = origin
    self.skip = skip
    eventually = nil
    self.expectations = expectations
  }

  /// Unique in a spec: `commands:greet --version`.
  package var id: String { name.isEmpty ? resource : "\(resource):\(name)" }

  /// What it speaks of, however its path is spelled: `/u` and `//u` are one entry.
  var identity: ExactText {
    switch target {
    case .file(let path): ExactText("\(resource):\(path)")
    case .files(let glob): ExactText("\(resource):/" + glob.pattern.pathParts.joined(separator: "/"))
    default: ExactText(id)
    }
  }

  /// Whether the image's files and its configuration answer for it.
  var isAtRest: Bool {
    switch target {
    case .command, .running: false
    case .file, .files, .package, .user, .group, .image, .secrets, .waste, .drift: true
    }
  }

  /// Whether a command answers for it.
  var isCommand: Bool { if case .command = target { true } else { false } }

  /// Whether it is judged on every image.
  package var isUnconditional: Bool { terms.conditions.isEmpty && terms.requirements.isEmpty }
}
