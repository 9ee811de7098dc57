import Source

extension YAMLProblem {
  /// What is wrong, in our words: what stands where it may not, and what to do.
  struct Words {
    let message: String
    let help: String
    /// What to say of the place where the thing began; nil where that says nothing.
    var context: String?
    /// Whether the place where the thing began is the fault's own place.
    var isAboutContext = false
  }

  /// The words for the problem; `found` is the excerpt of the text at its place.
  func words(found: String) -> Words {
    structureWords(found: found) ?? scalarWords(found: found) ?? markWords(found: found)
      ?? Words(message: "this cannot be read as YAML: \(problem)", help: "check the lines above, too")
  }

  private func structureWords(found: String) -> Words? {
    switch problem {
    case "could not find expected ':'":
      Words(
        message: "expected `:` after this key",
        help: "write `key: value`, or indent the line if it belongs to the value above", isAboutContext: true)
    case "mapping values are not allowed in this context":
      Words(
        message: "a key cannot stand here",
        help: "put the text in quotes if its `: ` makes no key, or indent the key as its neighbours")
    case "mapping keys are not allowed in this context":
      Words(message: "a key cannot begin here", help: "begin it on a line of its own")
    case "block sequence entries are not allowed in this context":
      Words(message: "a list item cannot begin here", help: "begin the list on the line below its key")
    case "did not find expected key":
      Words(
        message: "expected a key, found \(found)", help: "check how the line is indented",
        context: "in the mapping that begins here")
    case "did not find expected '-' indicator":
      Words(
        message: "expected a list item, found \(found)", help: "begin it with `- `, or indent it otherwise",
        context: "in the list that begins here")
    case "did not find expected ',' or ']'":
      Words(
        message: "expected `,` or `]`, found \(found)", help: "close the list, or separate its elements",
        context: "in the list that begins here")
    case "did not find expected ',' or '}'":
      Words(
        message: "expected `,` or `}`, found \(found)", help: "close the mapping, or separate its entries",
        context: "in the mapping that begins here")
    case "did not find expected node content":
      Words(message: "expected a value, found \(found)", help: "write a value, `null` for none")
    case "did not find expected <document start>":
      Words(
        message: "the document ends before this: found \(found)",
        help: "indent it as what it belongs to")
    default: nil
    }
  }

  private func scalarWords(found: String) -> Words? {
    switch problem {
    case "found unexpected end of stream":
      Words(
        message: "this string is not closed", help: "end it with the quote it begins with",
        isAboutContext: true)
    case "found unexpected document indicator":
      Words(
        message: "a document ends within this string", help: "close the string, or indent its lines",
        isAboutContext: true)
    case "found unknown escape character":
      Words(
        message: "this is not an escape of YAML",
        help: "write a backslash as `\\\\`, or the string in single quotes")
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      Words(message: "this escape names no character", help: "write for example `\\u00e9`")
    case "found an indentation indicator equal to 0":
      Words(message: "a block cannot be indented by 0", help: "write 1 to 9, or nothing")
    case "did not find expected comment or line break":
      Words(message: "expected the end of the line, found \(found)", help: "begin the text on the next line")
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      Words(message: "a tab cannot indent YAML", help: "use spaces")
    case "found unexpected ':'":
      Words(message: "`:` cannot stand in this value", help: "put the value in quotes")
    default: nil
    }
  }

  private func markWords(found: String) -> Words? {
    switch problem {
    case "found character that cannot start any token":
      found == "byte 0x09"
        ? Words(message: "a tab cannot indent YAML", help: "use spaces")
        : Words(message: "\(found) cannot begin a value", help: "put the value in quotes")
    case "did not find expected alphabetic or numeric character":
      Words(
        message: "expected the name of an anchor",
        help: "put the value in quotes if it begins with `*` or `&`",
        isAboutContext: true)
    case "did not find expected whitespace or line break", "did not find expected tag URI",
      "did not find expected '!'", "did not find the expected '>'", "did not find URI escaped octet":
      Words(
        message: "this tag is broken", help: "put the value in quotes if it begins with `!`",
        isAboutContext: true)
    case "found undefined tag handle":
      Words(message: "no `%TAG` line names this tag", help: "put the value in quotes if it begins with `!`")
    case "found incompatible YAML document", "found duplicate %YAML directive",
      "found duplicate %TAG directive",
      "found unknown directive name", "could not find expected directive name":
      Words(message: "this directive is not one of YAML 1.1 or 1.2", help: "remove the line")
    default: nil
    }
  }
}
