import Image
import Source

/// How much of the layers of an image is of no use: contents that layers above have replaced or taken away.
struct ImageWaste: Sendable {
  let total: Int
  let wasted: Int
  /// The largest of what is wasted, the largest first.
  let largest: [LayerContent]

  private static let shownCount = 8

  init(of layers: LayeredImageView) {
    let contents = layers.contents
    let lost = contents.filter { !$0.isShown }
    total = contents.reduce(0) { $0 + $1.size }
    wasted = lost.reduce(0) { $0 + $1.size }
    largest = Array(
      lost.sorted { ($1.size, $0.layer, $0.path) < ($0.size, $1.layer, $1.path) }.prefix(Self.shownCount))
  }

  /// The wasted part, in per cent, in steps of a tenth; never less than it is.
  var percent: Double { total == 0 ? 0 : (1000 * Double(wasted) / Double(total)).rounded(.up) / 10 }

  /// The part that is of use, from 0 to 1, in steps of a thousandth; never more than it is.
  var score: Double { total == 0 ? 1 : (1000 * Double(total - wasted) / Double(total)).rounded(.down) / 1000 }
}
