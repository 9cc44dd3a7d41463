// Reads cards as JSON from stdin, a line each, and prints what Microsoft's own renderer has against
// each: unknown elements and actions, wrong values, missing and duplicate ids.
const AC = require(require.resolve("adaptivecards/dist/adaptivecards.js", {paths: [process.argv[2]]}));
const lines = require("fs").readFileSync(0, "utf8").trim().split("\n");
for (const line of lines) {
  const context = new AC.SerializationContext();
  const card = new AC.AdaptiveCard();
  card.parse(JSON.parse(line), context);
  const found = [];
  for (let i = 0; i < context.eventCount; i++) found.push(context.getEventAt(i).message);
  for (const event of card.validateProperties().validationEvents) found.push(event.message);
  console.log(JSON.stringify(found));
}
