import Image
import Source

/// Says which layer has put a file where it is, or has taken it away, and by which step.
struct LayerEvidence {
  private static let longestStep = 160

  private let image: LayeredImageView

  /// nil for an image that has no layers to tell apart.
  init?(_ image: any ImageView) {
    guard let layered = image.layered, layered.layers.count > 1 else { return nil }
    self.image = layered
  }

  /// `layer 3 of 7 has put it there: RUN …`.
  func presence(of path: String) -> [String] {
    guard let number = try? image.layer(of: path) else { return [] }
    return [line(number, "has put it there")]
  }

  /// `layer 5 of 7 has taken it away: RUN …`, where a layer below had it.
  func absence(of path: String) -> [String] {
    guard let number = image.layer(hiding: path), number > 0, isBelow(path, number) else { return [] }
    return [line(number, "has taken it away")]
  }

  /// `layer 3`, for a list.
  func short(_ path: String) -> String {
    (try? image.layer(of: path)).flatMap { $0 }.map { " (layer \($0 + 1))" } ?? ""
  }

  private func isBelow(_ path: String, _ number: Int) -> Bool {
    let name = Array(path.utf8.drop { $0 == UInt8(ascii: "/") })
    return image.layers[..<number].contains {
      $0.index.record(at: name).map { $0.kind != .whiteout } ?? false
    }
  }

  private func line(_ number: Int, _ what: String) -> String {
    let words = (image.instructions[number] ?? "").split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    // Steps of a build may have secrets in their words.
    let step = ConcealedText.masking(words)
    let shown =
      step.unicodeScalars.count > Self.longestStep
      ? String(String.UnicodeScalarView(step.unicodeScalars.prefix(Self.longestStep))) + "…" : step
    return "layer \(number + 1) of \(image.layers.count) \(what)" + (shown.isEmpty ? "" : ": \(shown)")
  }
}
