/* Draws the charts of a report from the data that stands beside each table. Without this script, or without the chart
   library, the tables are the report. Colours are the style sheet's, so charts follow it in the dark and on paper. */
"use strict";

(function () {
    // As outcomes are listed by the program, from what settles most to what settles least.
    const OUTCOMES = ["agreed", "approved", "endorsed", "confirmed", "appointed", "recommended",
        "noted", "received", "referred", "deferred", "withdrawn", "rejected"];
    const CAPACITIES = [
        {name: "not recorded", letter: "", fill: "var(--absent)", ink: "var(--on-light)"},
        {name: "present", letter: "P", fill: "var(--present)", ink: "var(--on-present)"},
        {name: "officer", letter: "O", fill: "var(--officer)", ink: "var(--on-light)"},
        {name: "attending", letter: "I", fill: "var(--attending)", ink: "var(--on-light)"},
        {name: "apologies", letter: "A", fill: "var(--apologies)", ink: "var(--on-light)"}
    ];
    const FONT = "\"Source Sans 3\", \"Segoe UI\", \"Helvetica Neue\", Arial, \"Liberation Sans\", sans-serif";
    const text = {color: "var(--quiet)", fontFamily: FONT, fontSize: 12};
    const line = {lineStyle: {color: "var(--line)"}};

    function signed(value, unit) {
        const size = String(Math.abs(Math.round(value * 100) / 100));
        return (value < 0 ? "\u2212" : value > 0 ? "+" : "") + size + unit;
    }

    // What all charts have: no motion, no tooltip (the table has the words), nothing that changes under the pointer.
    function plain(option) {
        return Object.assign({animation: false, textStyle: text, tooltip: {show: false}}, option);
    }

    // Round bounds around zero and the values, with room for the figure at the last bar's end.
    function scaleOf(values) {
        const low = Math.min(0, Math.min.apply(null, values));
        const high = Math.max(0, Math.max.apply(null, values));
        const room = (high - low || 1) * 0.14;
        const rough = (high - low || 1) / 3;
        const power = Math.pow(10, Math.floor(Math.log10(rough)));
        const step = [1, 2, 5, 10].find(function (factor) {
            return factor * power >= rough;
        }) * power;
        return {
            step: step,
            min: low < 0 ? Math.floor((low - room) / step) * step : 0,
            max: high > 0 || low === 0 ? Math.ceil((high + room) / step) * step : 0
        };
    }

    function trend(data) {
        const last = data.points.length - 1;
        const DAY = 24 * 3600 * 1000;
        const from = Date.parse(data.from);
        const to = Date.parse(data.to);
        const margin = Math.max(30 * DAY, (to - from) / 30);
        const years = to - from > 900 * DAY;
        const scale = scaleOf(data.points.map(function (point) {
            return point[1];
        }));
        return plain({
            grid: {left: 48, right: 24, top: 20, bottom: 24},
            xAxis: {
                type: "time",
                containShape: false,
                min: from - margin,
                max: to + margin,
                axisLabel: {color: "var(--quiet)", hideOverlap: true, formatter: years ? "{yyyy}" : "{MMM} {yy}"},
                minInterval: (years ? 365 : 30) * DAY,
                splitNumber: 3,
                axisLine: {onZero: true, lineStyle: {color: "var(--strong-line)"}},
                axisTick: {show: false},
                splitLine: {show: false}
            },
            yAxis: {
                type: "value",
                min: scale.min,
                max: scale.max,
                interval: scale.step,
                axisLabel: {color: "var(--quiet)", formatter: function (value) {
                    return signed(value, data.unit === "%" ? "%" : "");
                }},
                splitLine: line
            },
            series: [{
                type: "bar",
                barWidth: Math.max(3, Math.min(14, 220 / data.points.length)),
                cursor: "pointer",
                emphasis: {disabled: true},
                data: data.points.map(function (point, i) {
                    const down = point[1] < 0;
                    return {
                        value: [point[0], point[1]],
                        itemStyle: {color: down ? "var(--down-fill)" : "var(--up-fill)"},
                        label: {
                            show: i === last,
                            position: down ? "bottom" : "top",
                            formatter: signed(point[1], data.unit === "%" ? "%" : ""),
                            color: "var(--ink)",
                            fontWeight: "bold"
                        }
                    };
                })
            }]
        });
    }

    function outcomes(data) {
        return plain({
            legend: {top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: text, selectedMode: false},
            grid: {left: 44, right: 8, top: 64, bottom: 24},
            xAxis: {type: "category", data: data.years, axisLabel: {color: "var(--quiet)"}, axisTick: {show: false},
                axisLine: {lineStyle: {color: "var(--strong-line)"}}},
            yAxis: {type: "value", minInterval: 1, axisLabel: {color: "var(--quiet)"}, splitLine: line},
            series: data.outcomes.map(function (outcome) {
                return {
                    name: outcome.name,
                    type: "bar",
                    stack: "all",
                    barMaxWidth: 72,
                    emphasis: {disabled: true},
                    cursor: "default",
                    itemStyle: {
                        color: "var(--c" + (OUTCOMES.indexOf(outcome.name) + 1) + ")",
                        borderColor: "var(--paper)",
                        borderWidth: 1
                    },
                    data: outcome.counts
                };
            })
        });
    }

    function attendance(data) {
        const cells = [];
        data.people.forEach(function (person, y) {
            data.meetings.forEach(function (meeting, x) {
                cells.push([x, y, data.cells[y * data.meetings.length + x]]);
            });
        });
        return plain({
            grid: {left: 132, right: 8, top: 64, bottom: 4},
            legend: {show: false},
            xAxis: {
                type: "category", data: data.meetings, position: "top",
                axisLabel: {color: "var(--quiet)", rotate: 60, interval: 0},
                axisLine: {show: false}, axisTick: {show: false}
            },
            yAxis: {
                type: "category", data: data.people, inverse: true,
                axisLabel: {color: "var(--ink)", interval: 0, width: 122, overflow: "truncate"},
                axisLine: {show: false}, axisTick: {show: false}
            },
            series: [{
                type: "custom",
                data: cells,
                cursor: "default",
                renderItem: function (params, api) {
                    const center = api.coord([api.value(0), api.value(1)]);
                    const size = api.size([1, 1]);
                    const capacity = CAPACITIES[api.value(2)];
                    return {
                        type: "group",
                        children: [{
                            type: "rect",
                            shape: {x: center[0] - size[0] / 2 + 1, y: center[1] - size[1] / 2 + 1,
                                width: size[0] - 2, height: size[1] - 2},
                            style: {fill: capacity.fill}
                        }, {
                            type: "text",
                            style: {text: capacity.letter, x: center[0], y: center[1], align: "center",
                                verticalAlign: "middle", fill: capacity.ink, font: "12px " + FONT}
                        }]
                    };
                }
            }]
        });
    }

    // The letters and colours of attendance, said under its chart.
    function legend(plot) {
        const list = document.createElement("p");
        list.className = "meta";
        list.textContent = CAPACITIES.slice(1).map(function (capacity) {
            return capacity.letter + " " + capacity.name;
        }).join(", ") + "; an empty cell: not recorded.";
        plot.after(list);
    }

    const KINDS = {trend: trend, outcomes: outcomes, attendance: attendance};
    const charts = [];

    function draw(figure) {
        const plot = figure.querySelector(".plot");
        const data = JSON.parse(figure.querySelector("script").textContent);
        plot.hidden = false;
        if (data.kind === "attendance") {
            plot.style.height = (72 + 24 * data.people.length) + "px";
        }
        const chart = window.echarts.init(plot, null, {renderer: "svg"});
        chart.setOption(KINDS[data.kind](data));
        if (data.kind === "trend") {
            chart.on("click", function (event) {
                window.location.href = data.points[event.dataIndex][3];
            });
        } else if (data.kind === "attendance") {
            legend(plot);
        }
        figure.querySelector("details").open = false;
        charts.push(chart);
    }

    function resize() {
        charts.forEach(function (chart) {
            chart.resize();
        });
    }

    if (window.echarts) {
        document.querySelectorAll("figure.chart").forEach(draw);
        window.addEventListener("resize", resize);
        window.addEventListener("beforeprint", resize);
        window.addEventListener("afterprint", resize);
        document.documentElement.setAttribute("data-charts", String(charts.length));
    }
})();
