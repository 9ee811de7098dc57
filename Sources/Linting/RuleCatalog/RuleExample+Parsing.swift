extension RuleExample {
  /// The examples of a page in Markdown.
  ///
  /// Only fenced blocks with a file name below `## Reported`, `## Not reported` and `## Fixed` count. A heading, or a
  /// file name that the example has already, begins the next example; a `## Fixed` belongs to the one before it.
  package static func parse(_ page: String) -> [RuleExample] {
    var parser = PageParser()
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    var number = 0
    while number < lines.count {
      number += 1
      let line = lines[number - 1]
      if line.hasPrefix("#") {
        parser.enter(heading: line)
      } else if line.hasPrefix("```") {
        let fence = line.prefix { $0 == "`" }
        let first = number
        while number < lines.count, lines[number] != fence { number += 1 }
        parser.add(line.dropFirst(fence.count), content: lines[first..<number], from: first + 1)
        number += 1
      }
    }
    return parser.examples
  }
}

/// The state of reading a page: the section, and the examples so far.
private struct PageParser {
  enum Section {
    case prose, reported, notReported, fixed
  }

  var examples: [RuleExample] = []
  private var section = Section.prose
  private var startsExample = true

  mutating func enter(heading: Substring) {
    startsExample = true
    switch heading {
    case "## Reported": section = .reported
    case "## Not reported": section = .notReported
    case "## Fixed": section = .fixed
    default: if heading.hasPrefix("## ") { section = .prose }
    }
  }

  mutating func add(_ fence: Substring, content: ArraySlice<Substring>, from line: Int) {
    let words = fence.split(separator: " ").dropFirst().map(String.init)
    guard section != .prose, let path = words.first else { return }
    let file = RuleExample.File(path: path, words: Array(words.dropFirst()), content: content, from: line)
    if section == .fixed {
      if !examples.isEmpty { examples[examples.count - 1].fixed.append(file) }
      return
    }
    if !startsExample, let last = examples.indices.last,
      !examples[last].files.contains(where: { $0.path == path })
    {
      examples[last].files.append(file)
    } else {
      let promise: RuleExample.Promise = section == .reported ? .reported : .notReported
      examples.append(RuleExample(promise: promise, files: [file], fixed: []))
    }
    startsExample = false
  }
}
