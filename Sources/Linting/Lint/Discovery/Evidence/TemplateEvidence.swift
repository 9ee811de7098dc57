import DataSyntax
import Packer
import Source

/// What speaks for a file that nobody named being a Packer template.
enum TemplateEvidence: Equatable {
  /// It is one, sound or broken.
  case strong
  /// Much speaks for it, and something against it, which is told in half a sentence.
  case doubtful(String)
  case none

  /// Weighs the content of a file. Other tools have files with `builders`, too: a component of a type that is known, or
  /// nearly so, makes one a template, and keys that no template has speak against it.
  init(in file: SourceFile, _ types: ComponentTypes) {
    guard let file = Self.readable(file), Self.mentionsParts(file.bytes) else {
      self = .none
      return
    }
    let template = PackerTemplate.read(file).0
    let signs = template.flatMap { $0.root.kind == .map ? RootSigns($0.root.entries, types) : nil }
    let sound = signs?.evidence ?? .none
    // A line of another language may be a document by itself, for YAML.
    let isRendered = signs == nil && EmbeddedCode.breaks(file)
    if sound == .strong || template?.isIntact == true && !isRendered {
      self = sound
    } else {
      let rest = BrokenText(file, types).evidence
      // A template of other people's templates may hold anything.
      self = rest != .strong && EmbeddedCode.breaks(file) ? .none : rest
    }
  }

  /// Whether a file cannot be parsed at all.
  static func isUnreadable(_ file: SourceFile) -> Bool { PackerTemplate.read(file).0?.isIntact != true }

  /// The file, in UTF-8 where it is in UTF-16; nil for one that is no text.
  private static func readable(_ file: SourceFile) -> SourceFile? {
    switch Encoding.verdict(on: file.bytes) {
    case .text, .markedText: file
    case .utf16: SourceFile(file.id, bytes: Encoding.utf8(fromUTF16: file.bytes))
    case .binary: nil
    }
  }

  /// Whether keys of a template may stand in a text: a quick way to pass over other files.
  private static func mentionsParts(_ bytes: [UInt8]) -> Bool {
    ["uilders", "UILDERS", "provisioners", "post-processors"].contains(where: bytes.mentions)
      || bytes.mentions("variables") && bytes.mentions("type")
  }
}
