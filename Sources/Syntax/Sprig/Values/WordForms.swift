/// Letters and words in other forms, as Go's `strings`, goutils and xstrings make them.
enum WordForms {
  /// The first letter of each word raised or lowered.
  static func title(_ text: String, raising: Bool) -> String {
    var result = ""
    var startsWord = true
    for scalar in text.unicodeScalars {
      let first = raising ? scalar.goTitlecase : scalar.goLowercase
      result.unicodeScalars.append(startsWord ? first : scalar)
      startsWord = raising ? !isWord(scalar) : scalar.properties.isWhitespace
    }
    return result
  }

  static func swapped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      String(scalar.properties.isUppercase ? scalar.goLowercase : scalar.goUppercase)
    }.joined()
  }

  /// The first letters of the words.
  static func initials(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.compactMap { $0.first.map { String($0) } }
      .joined()
  }

  /// The words in lower case with a mark between them: `FirstName` as `first_name`.
  static func joined(_ text: String, by mark: String) -> String {
    words(of: text).map(\.goLowercase).joined(separator: mark)
  }

  /// The words with their first letters raised, and nothing between them.
  static func camel(_ text: String) -> String {
    text.unicodeScalars.split { "_- .".unicodeScalars.contains($0) }.map { word in
      guard let first = word.first else { return "" }
      return String(first.goUppercase)
        + String(word.dropFirst()).lowercased(where: word.allSatisfy(isUpper))
    }.joined()
  }

  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool { !scalar.properties.isLowercase }

  /// What no word ends at: of ASCII letters, digits and `_`, of others all that is no blank.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || Character(scalar).isLetter || Character(scalar).isNumber
    }
    return !scalar.properties.isWhitespace
  }

  /// The words: cut at signs and blanks, before a capital that follows a small letter, and before the last capital of several.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for part in text.unicodeScalars.split(whereSeparator: { "_- .".unicodeScalars.contains($0) }) {
      let scalars = Array(part)
      var word = ""
      for (index, scalar) in scalars.enumerated() {
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        let before = index > 0 ? scalars[index - 1] : nil
        let begins =
          scalar.properties.isUppercase
          && (before.map { !$0.properties.isUppercase } == true || next?.properties.isLowercase == true)
        if begins, !word.isEmpty {
          words.append(word)
          word = ""
        }
        word.unicodeScalars.append(scalar)
      }
      words.append(word)
    }
    return words
  }
}

extension String {
  fileprivate func lowercased(where condition: Bool) -> String { condition ? goLowercase : self }
}
