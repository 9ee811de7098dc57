import Host

/// A text that a layer holds beside the contents of its files.
package struct LayerText: Sendable {
  package enum Kind: Sendable, Hashable {
    /// The last part of a path.
    case name
    /// Where a symbolic link points.
    case target
    case attributeName
    case attribute(String)
  }

  package let kind: Kind
  /// The number of its layer, from the bottom and from 0.
  package let layer: Int
  let record: LayerRecord
}

extension LayeredImageView {
  /// Goes through the names, the targets of links and the extended attributes of a layer.
  package func forEachText(inLayer number: Int, _ body: (LayerText, [UInt8]) -> Void) {
    let index = layers[number].index
    for record in index.records {
      let path = Array(index.path(of: record))
      let start = path.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
      body(LayerText(kind: .name, layer: number, record: record), Array(path[start...]))
      guard !record.isHardLink else { continue }
      if record.kind == .symlink {
        body(LayerText(kind: .target, layer: number, record: record), Array(index.target(of: record)))
      }
      for attribute in index.attributes(of: record) {
        body(
          LayerText(kind: .attributeName, layer: number, record: record), Array(attribute.name.utf8))
        body(
          LayerText(kind: .attribute(attribute.name), layer: number, record: record), attribute.value)
      }
    }
  }

  /// The path of the entry that bears a text, and whether the image still shows what this layer has there.
  package func entry(of text: LayerText) -> (path: String, isShown: Bool) {
    let path = Array(layers[text.layer].index.path(of: text.record))
    let shown = find(path)
    return (
      "/" + String(decoding: path, as: UTF8.self),
      shown?.layer == text.layer && shown?.record.kind == text.record.kind
    )
  }
}
