import Image
import Source

extension ImageSecrets {
  /// Looks through what manifests and indexes say of an image.
  mutating func take(annotationsOf image: LayeredImageView) {
    for annotation in image.annotations {
      let name = ConcealedText.masking(annotation.name)
      for (text, spot) in [
        (annotation.value, "annotation `\(name)` of \(annotation.place)"),
        (annotation.name, "the name of an annotation of \(annotation.place)"),
      ] {
        for shape in SecretShape.all(in: Array(text.utf8)) {
          places.append(Place(what: shape.what, path: nil, spot: spot, layer: nil, isShown: true))
        }
      }
    }
  }

  /// Looks through the names, the targets of links and the extended attributes of a layer.
  mutating func take(textsOf image: LayeredImageView, in layer: Int) {
    var texts = JoinedTexts<LayerText>()
    image.forEachText(inLayer: layer) { text, bytes in
      texts.add(bytes, text)
      guard texts.areMany else { return }
      take(texts, of: image)
      texts = JoinedTexts()
    }
    take(texts, of: image)
  }

  private mutating func take(_ texts: JoinedTexts<LayerText>, of image: LayeredImageView) {
    for (what, text) in texts.secrets {
      let entry = image.entry(of: text)
      places.append(
        Place(
          what: what, path: entry.path, spot: Self.spot(of: text.kind), layer: text.layer + 1,
          isShown: entry.isShown))
    }
  }

  /// The same for the entries of what has no layers.
  mutating func take(textsOf entries: [ImageEntry]) {
    var texts = JoinedTexts<(path: String, kind: LayerText.Kind)>()
    for entry in entries {
      texts.add(entry.path.utf8.suffix(while: { $0 != UInt8(ascii: "/") }), (entry.path, .name))
      if let target = entry.target { texts.add(target.utf8, (entry.path, .target)) }
      for (name, value) in entry.extendedAttributes.sorted(by: { $0.key < $1.key }) {
        texts.add(name.utf8, (entry.path, .attributeName))
        texts.add(value, (entry.path, .attribute(name)))
      }
    }
    for (what, origin) in texts.secrets {
      places.append(
        Place(what: what, path: origin.path, spot: Self.spot(of: origin.kind), layer: nil, isShown: true))
    }
  }

  private static func spot(of kind: LayerText.Kind) -> String {
    switch kind {
    case .name: "its name"
    case .target: "where the link points"
    case .attributeName: "the name of an extended attribute"
    case .attribute(let name): "the extended attribute `\(ConcealedText.masking(name))`"
    }
  }
}

extension String.UTF8View {
  /// The longest end of which every byte is such.
  fileprivate func suffix(while isSuch: (UInt8) -> Bool) -> SubSequence {
    self[(lastIndex { !isSuch($0) }.map { index(after: $0) } ?? startIndex)...]
  }
}
