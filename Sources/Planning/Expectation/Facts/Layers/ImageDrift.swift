import Diagnostics
import Image
import Source

/// In what an image is not as one that was approved: how often, and the first of it in words.
struct ImageDrift: Sendable {
  /// Differences of one kind.
  struct Tally: Sendable {
    private static let shownCount = 10

    private(set) var count = 0
    private var first: [String] = []

    mutating func add(_ line: String) {
      count += 1
      if first.count < Self.shownCount { first.append("  " + VisibleText.line(line)) }
    }

    var lines: [String] { first + (count > first.count ? ["  … and \(count - first.count) more"] : []) }
  }

  private(set) var added = Tally()
  private(set) var removed = Tally()
  private(set) var changed = Tally()
  private(set) var configuration = Tally()

  /// Compares with the approved image, but for paths that fit an exception; times do not count.
  init(of image: any ImageView, from approved: any ImageView, except exceptions: [Glob]) throws(ImageError) {
    let comparison = ImageComparison(approved, image)
    for difference in comparison.configuration { configuration.add(difference.name) }
    try comparison.entries { difference throws(ImageError) in
      guard !exceptions.contains(where: { $0.matches(difference.path) }) else { return }
      let layer = difference.layer.map { $0.side == .b ? " (layer \($0.number))" : "" } ?? ""
      if difference.a == nil {
        added.add(difference.path + layer)
      } else if difference.b == nil {
        removed.add(difference.path + layer)
      } else {
        let what = difference.attributes.map(\.rawValue).joined(separator: ", ")
        changed.add("\(difference.path): \(what)\(layer)")
      }
    }
  }

  func tally(_ property: String) -> Tally {
    switch property {
    case "added": added
    case "removed": removed
    case "changed": changed
    default: configuration
    }
  }
}
