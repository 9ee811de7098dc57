/// The colours of text on a terminal; `plain` leaves every text as it is.
package struct Palette: Sendable, Hashable {
  /// What a piece of text means, not how it looks.
  package enum Tone: Sendable, Hashable, CaseIterable {
    case error, warning, info, good, strong, faint
    /// Line numbers, bars and the marks below secondary places.
    case frame
  }

  package static let plain = Palette(isColored: false)
  package static let colored = Palette(isColored: true)

  package let isColored: Bool

  private init(isColored: Bool) { self.isColored = isColored }

  /// The text in the colour of its meaning; an empty text stays empty.
  package func paint(_ text: String, _ tone: Tone) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(tone.code)m\(text)\u{1B}[0m" : text
  }
}

extension Palette.Tone {
  /// The parameters of "select graphic rendition".
  fileprivate var code: String {
    switch self {
    case .error: "1;31"
    case .warning: "1;33"
    case .info: "1;36"
    case .good: "32"
    case .strong: "1"
    case .faint: "2"
    case .frame: "1;34"
    }
  }
}

extension Severity {
  /// The tone in which the severity is shown.
  package var tone: Palette.Tone {
    switch self {
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
  }
}
