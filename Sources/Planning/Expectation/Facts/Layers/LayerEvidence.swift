import Image
import Source

/// Says which layer has put a file where it is, or has taken it away, and by which step.
struct LayerEvidence {
  private static let longestStep = 160

  private let image: LayeredImageView
  private let origins: [LayerOrigin?]

  /// nil for an image that has no layers to tell apart, and of none of which it is known what made it.
  init?(_ search: ImageSearch) {
    guard let layered = search.image.layered else { return nil }
    let origins = search.origins(of: layered)
    guard layered.layers.count > 1 || origins.contains(where: { $0 != nil }) else { return nil }
    self.image = layered
    self.origins = origins
  }

  /// `layer 3 of 7 has put it there: RUN …`.
  func presence(of path: String) -> [String] {
    guard let number = try? image.layer(of: path) else { return [] }
    return lines(number, path, "has put it there")
  }

  /// `layer 5 of 7 has taken it away: RUN …`, where a layer below had it; else the step of a bake that removes it.
  func absence(of path: String) -> [String] {
    guard let number = image.layer(hiding: path), number > 0, isBelow(path, number) else {
      return removal(of: path)
    }
    return lines(number, path, "has taken it away")
  }

  /// What one step of a build makes and a later one removes is in no layer.
  private func removal(of path: String) -> [String] {
    for (number, origin) in origins.enumerated().reversed() {
      guard let origin, let words = origin.evidence(forAbsent: path) else { continue }
      return ["\(origin.words) made layer \(number + 1) of \(image.layers.count)", words]
    }
    return []
  }

  /// What a build says of a package that it has put into a layer, the last one first.
  func package(_ name: String) -> [String] {
    for (number, origin) in origins.enumerated().reversed() {
      guard let origin, let words = origin.evidence(forPackage: name) else { continue }
      return ["\(origin.words) made layer \(number + 1) of \(image.layers.count)", words]
    }
    return []
  }

  /// `layer 3`, for a list, with the step of the bake where that is known.
  func short(_ path: String) -> String {
    guard let number = (try? image.layer(of: path)).flatMap({ $0 }) else { return "" }
    let step = origins[number]?.step(for: path).map { ", \($0)" } ?? ""
    return " (layer \(number + 1)\(step))"
  }

  private func isBelow(_ path: String, _ number: Int) -> Bool {
    let name = Array(path.utf8.drop { $0 == UInt8(ascii: "/") })
    return image.layers[..<number].contains {
      $0.index.record(at: name).map { $0.kind != .whiteout } ?? false
    }
  }

  private func lines(_ number: Int, _ path: String, _ what: String) -> [String] {
    let head = "layer \(number + 1) of \(image.layers.count) \(what)"
    if let origin = origins[number] { return ["\(head): \(origin.words)", origin.evidence(for: path)] }
    let words = (image.instructions[number] ?? "").split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    // Steps of a build may have secrets in their words.
    let step = ConcealedText.masking(words)
    let shown =
      step.unicodeScalars.count > Self.longestStep
      ? String(String.UnicodeScalarView(step.unicodeScalars.prefix(Self.longestStep))) + "…" : step
    return [head + (shown.isEmpty ? "" : ": \(shown)")]
  }
}
