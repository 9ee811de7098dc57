import Diagnostics
import Testing

@Suite struct UnifiedDiffTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: String
    let after: String
    let lines: String
  }

  @Test(arguments: [
    Case(testDescription: "no change", before: "a\nb\n", after: "a\nb\n", lines: ""),
    Case(
      testDescription: "a line in the middle", before: "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
      after: "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
      lines: "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"),
    Case(
      testDescription: "an end without a line feed", before: "a\nb", after: "a\nc",
      lines:
        "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"),
    Case(testDescription: "a text from nothing", before: "", after: "a\n", lines: "@@ -0,0 +1 @@\n+a\n"),
    Case(testDescription: "nothing left", before: "a\nb\n", after: "", lines: "@@ -1,2 +0,0 @@\n-a\n-b\n"),
    Case(
      testDescription: "two places far from each other", before: "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
      after: "2\n3\n4\n5\n6\n7\n8\n9\n10\n",
      lines: "@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n@@ -7,3 +6,4 @@\n 7\n 8\n 9\n+10\n"),
    Case(
      testDescription: "two places near each other", before: "1\n2\n3\n4\n5\n6\n", after: "1\n3\n4\n5\nsix\n",
      lines: "@@ -1,6 +1,5 @@\n 1\n-2\n 3\n 4\n 5\n-6\n+six\n"),
  ])
  func `The lines are those of diff -u`(example: Case) {
    let diff = UnifiedDiff(
      path: "machine.json", before: Array(example.before.utf8), after: Array(example.after.utf8))
    let head = example.lines.isEmpty ? "" : "--- machine.json\n+++ machine.json\n"
    #expect(String(decoding: diff.bytes, as: UTF8.self) == head + example.lines)
  }
}
