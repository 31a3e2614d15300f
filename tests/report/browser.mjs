// Opens a report in headless Chromium from file:// and prints TAP lines without numbers.
//   node browser.mjs REPORT HOSTILE-REPORT [FOLDER-FOR-SCREENSHOTS]
import {readdirSync, readFileSync, mkdtempSync, rmSync, mkdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {createRequire} from "node:module";
import {chromium} from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const [report, hostile, screenshots] = process.argv.slice(2);
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"];

function verdict(what, problems) {
    console.log(`${problems.length === 0 ? "ok" : "not ok"} - ${what}`);
    problems.slice(0, 20).forEach((problem) => console.log("  " + String(problem).replaceAll("\n", " ")));
}

function pagesOf(folder) {
    return readdirSync(folder, {recursive: true}).filter((name) => name.endsWith(".html")).sort()
        .map((name) => pathToFileURL(join(folder, name)).href);
}

const profile = mkdtempSync(join(tmpdir(), "minutes_browser."));
const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS, headless: true, viewport: {width: 1280, height: 900}});

// What a page says on its console, and what it asks for beyond files.
let said = [];
context.on("page", (page) => {
    page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => said.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => { said.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on("request", (request) => {
        if (!request.url().startsWith("file:")) {
            said.push(`request: ${request.url()}`);
        }
    });
    page.on("requestfailed", (request) => said.push(`not loaded: ${request.url()}`));
});
const page = await context.newPage();

async function shot(name, options = {}) {
    if (screenshots) {
        mkdirSync(screenshots, {recursive: true});
        await page.screenshot({path: join(screenshots, `${name}.png`), ...options});
    }
}

const files = pagesOf(report);
const bodies = files.filter((url) => /\/[^/]+-\d+\/index\.html$/.test(url));
// The body whose page says most.
const main = bodies.map((url) => [readFileSync(new URL(url)).length, url]).sort((a, b) => b[0] - a[0])[0][1];
const index = pathToFileURL(join(report, "index.html")).href;

// ---- quiet, and charts drawn ----
said = [];
let undrawn = [];
const overflow = [];
for (const url of files) {
    await page.setViewportSize({width: 320, height: 640});
    await page.goto(url);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) {
        overflow.push(`${url}: ${width}`);
    }
    await page.setViewportSize({width: 1280, height: 900});
    undrawn = undrawn.concat(await page.evaluate(() => [...document.querySelectorAll("figure.chart")].filter((figure) => {
        const svg = figure.querySelector(".plot svg");
        return !svg || svg.getBoundingClientRect().height < 50 || svg.querySelectorAll("path").length < 2;
    }).map((figure) => location.pathname + " " + figure.innerText)));
}
verdict(`${files.length} pages say nothing on the console and ask for files only`, said);
verdict("every chart is drawn", undrawn);
verdict("no page is wider than a small phone", overflow);
await page.goto(main);
const trends = await page.locator("#trends figure.chart").count();
verdict("there are charts of trends, outcomes and attendance", trends >= 3 && await page.locator("#decisions .plot svg").count() === 1
    && await page.locator("#attendance .plot svg").count() === 1 ? [] : [`${trends} trends`]);
verdict("each chart has as many bars as its table has rows", await page.evaluate(() =>
    [...document.querySelectorAll("#trends figure.chart")].filter((figure) => {
        const bars = [...figure.querySelectorAll("svg path")].filter((path) => /fill\)/.test(path.getAttribute("fill") || ""));
        return bars.length !== figure.querySelectorAll("tbody tr").length;
    }).map((figure) => figure.innerText)));
await shot("body");
await shot("body-whole", {fullPage: true});

// ---- from the index to the sentence ----
await page.goto(index);
await shot("index");
await page.getByRole("link", {exact: true, name: await page.evaluate((url) => [...document.querySelectorAll(".body a")].find((a) => a.href === url).textContent, main)}).click();
await page.waitForURL(main);
const first = page.locator(".change").first();
const figure = (await first.locator(".size").innerText()).replace("\u2212", "").replace(/[+%]/g, "").split("\n")[0];
await first.getByRole("link").first().click();
await page.waitForURL(/#change-/);
verdict("two clicks lead from the index to the sentence, marked and in sight", await page.evaluate((wanted) => {
    const target = document.querySelector(":target");
    const mark = target && target.closest("mark");
    const box = mark && mark.getBoundingClientRect();
    return [
        !mark && "no mark", mark && !mark.textContent.includes(wanted) && `"${mark.textContent}" without ${wanted}`,
        box && (box.top < 0 || box.bottom > innerHeight) && `at ${box.top}`,
        !document.querySelector(".facts a[href^='file:///']") && "no link to the source"
    ].filter(Boolean);
}, figure));
await shot("sentence");
await page.goto(main);
await page.locator("#trends .plot svg path[fill*='fill)']").first().click();
await page.waitForURL(/minutes\/.*#change-/);
verdict("a bar leads to its sentence", await page.locator("mark:has(:target)").count() === 1 ? [] : [page.url()]);

// ---- keyboard only ----
await page.goto(index);
await page.keyboard.press("Tab");
const skip = await page.evaluate(() => document.activeElement.textContent + document.activeElement.getBoundingClientRect().top);
await page.keyboard.press("Enter");
await page.keyboard.press("Tab");
const inMain = await page.evaluate(() => document.querySelector("main").contains(document.activeElement) ? [] : [document.activeElement.outerHTML]);
verdict("the first tab is a link to the content, and it leads there", (skip === "Skip to the content0" ? [] : [skip]).concat(inMain));
await page.goto(main);
let tabs = 0;
do {
    await page.keyboard.press("Tab");
    tabs++;
} while (tabs < 40 && !await page.evaluate(() => document.activeElement.closest(".change") !== null));
const seen = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle !== "none");
await page.keyboard.press("Enter");
await page.waitForURL(/#change-/);
verdict("by keyboard alone one reaches a sentence, with the focus to be seen", [!seen && "no focus ring", tabs > 20 && `${tabs} tabs`].filter(Boolean));
await page.goto(main);
await page.locator("#trends summary").first().focus();
await page.keyboard.press("Enter");
verdict("by keyboard a chart's table opens", await page.locator("#trends details").first().getAttribute("open") === null ? ["closed"] : []);

// ---- a phone, in the dark, on paper ----
await page.setViewportSize({width: 390, height: 844});
await page.goto(main);
await shot("phone");
await shot("phone-whole", {fullPage: true});
await page.setViewportSize({width: 1280, height: 900});
await page.emulateMedia({media: "print"});
await page.goto(main);
await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
verdict("on paper there is what matters and no navigation", await page.evaluate(() => [
    getComputedStyle(document.querySelector(".top")).display !== "none" && "navigation",
    document.querySelectorAll(".change").length === 0 && "no changes",
    [...document.querySelectorAll(".plot svg")].some((svg) => svg.getBoundingClientRect().height < 50) && "no charts"
].filter(Boolean)));
await shot("print", {fullPage: true});
if (screenshots) {
    await page.pdf({path: join(screenshots, "print.pdf"), format: "A4"});
}
await page.emulateMedia({media: "screen", reducedMotion: "reduce"});
await page.goto(main);
verdict("who wants no motion gets none", await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    return style.scrollBehavior === "smooth" || style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
}).map((element) => element.outerHTML.slice(0, 80))));

// ---- for everybody: axe's rules, in light and dark ----
const kinds = [index, main, ...bodies.filter((url) => url !== main).slice(0, 3),
    ...["changes-1", "people-1", "decisions-1"].map((name) => files.find((url) => url.endsWith(`${name}.html`))),
    ...files.filter((url) => url.includes("/minutes/")).slice(0, 4)].filter(Boolean);
for (const colorScheme of ["light", "dark"]) {
    const problems = [];
    await page.emulateMedia({media: "screen", colorScheme, reducedMotion: null});
    // Only colours are others in the dark.
    const some = colorScheme === "light" ? kinds : [main, kinds[kinds.length - 1]];
    for (const url of some) {
        await page.goto(url);
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
        await page.evaluate(readFileSync(axe, "utf-8"));
        const result = await page.evaluate(() => window.axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}));
        result.violations.forEach((violation) => problems.push(
            `${url.split("/").slice(-2).join("/")}: ${violation.id}: ${violation.nodes.length} x ${violation.nodes[0].html.slice(0, 160)} ${violation.nodes[0].failureSummary}`));
    }
    verdict(`${some.length} pages have no violation that axe finds, ${colorScheme}`, problems);
    await page.goto(main);
    await shot(`body-${colorScheme}`);
}

// ---- hostile minutes ----
said = [];
const hacked = [];
for (const url of pagesOf(hostile)) {
    await page.goto(url);
    if (await page.evaluate(() => window.hacked !== undefined || document.querySelector("main img, main [onload], main [onerror], main script:not([type])") !== null)) {
        hacked.push(url);
    }
}
verdict("nothing of hostile minutes runs", hacked.concat(said));
const hostileBody = pagesOf(hostile).find((url) => /-\d+\/index\.html$/.test(url));
await page.goto(hostileBody);
verdict("their markup is to be read as text", (await page.locator("h1").innerText()).includes("<script>window.hacked = 1</script>") ? []
    : [await page.locator("h1").innerText()]);
await shot("hostile", {fullPage: true});

await context.close();
rmSync(profile, {recursive: true, force: true});
