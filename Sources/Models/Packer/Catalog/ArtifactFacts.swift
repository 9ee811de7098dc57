/// What a component makes and, of a post-processor, what it takes and does with its input.
///
/// Artifacts go by the component that makes them; an image that the docker builder commits counts as `docker-import`'s.
package struct ArtifactFacts: Sendable, Hashable {
  /// The makers whose artifacts a post-processor takes, sorted; nil where it takes any, or where nobody has looked.
  package var accepted: [String]?
  /// Whether a post-processor hands on what it was given.
  package var passesInputOn = false
  /// Whether the artifact is known to have no files.
  package var hasNoFiles = false
  /// What a post-processor does with its input; nil where it is not known.
  package var keepsInput: KeepsInput?

  package init() {}

  /// What becomes of a post-processor's input.
  package enum KeepsInput: String, Sendable {
    /// It stays, whatever `keep_input_artifact` says.
    case always
    /// It stays unless `keep_input_artifact` is false.
    case yes
    /// It goes unless `keep_input_artifact` is true.
    case no
  }
}

extension FileReading {
  /// The facts about artifacts of a component's file.
  mutating func artifactFacts() -> ArtifactFacts {
    let entries = root.entries
    var facts = ArtifactFacts()
    if let accepts = entries.named("accepts")?.value { facts.accepted = texts(accepts).sorted() }
    facts.passesInputOn = text(entries.named("artifact")?.value) == "input"
    facts.hasNoFiles = text(entries.named("files")?.value) == "none"
    if let keeps = entries.named("keeps-input")?.value {
      facts.keepsInput = text(keeps).flatMap(ArtifactFacts.KeepsInput.init)
      if facts.keepsInput == nil { note("an input is kept `always`, `yes` or `no`", at: keeps.location) }
    }
    return facts
  }
}
