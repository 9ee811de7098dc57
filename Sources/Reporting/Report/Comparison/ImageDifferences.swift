package import Image

/// All that a comparison of two images found, as the writers take it.
package struct ImageDifferences: Sendable {
  /// One of the two images.
  package struct Subject: Sendable {
    package let reference: String
    package let digest: Digest?
    /// Where it was found, in words.
    package let place: String
    /// Of its plain layers, bottom first; nil where it does not name them.
    package let layers: [Digest]?

    package init(_ view: any ImageView, from place: String) {
      reference = view.reference
      digest = view.digest
      self.place = place
      layers = (view as? LayeredImageView)?.layerDigests
    }
  }

  package let a: Subject
  package let b: Subject
  package let sharedLayers: Int
  package let configuration: [ConfigurationDifference]
  package let entries: [EntryDifference]

  package init(
    a: Subject, b: Subject, sharedLayers: Int, configuration: [ConfigurationDifference],
    entries: [EntryDifference]
  ) {
    self.a = a
    self.b = b
    self.sharedLayers = sharedLayers
    self.configuration = configuration
    self.entries = entries
  }

  /// Whether they are the same, but for how their files are spread over layers.
  package var isEmpty: Bool { configuration.isEmpty && entries.isEmpty }

  var added: Int { entries.count { $0.a == nil } }
  var removed: Int { entries.count { $0.b == nil } }
  var changed: Int { entries.count - added - removed }
}

extension EntryDifference {
  /// What became of the path from the first image to the second.
  var change: String { a == nil ? "added" : b == nil ? "removed" : "changed" }
}

extension ImageEntry {
  /// The mode as people write it.
  var shownMode: String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
